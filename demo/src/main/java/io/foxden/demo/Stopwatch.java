package io.foxden.demo;

import java.time.Duration;

/** Measures one step after the other. */
final class Stopwatch {
    private long last = System.nanoTime();

    /** The time since this was last asked, or since it was made. */
    Duration lap() {
        long now = System.nanoTime();
        Duration lap = Duration.ofNanos(now - last);
        last = now;
        return lap;
    }
}
