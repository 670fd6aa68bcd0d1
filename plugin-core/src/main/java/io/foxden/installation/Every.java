package io.foxden.installation;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** True once in a while, the first time after that while. For one thread. */
final class Every implements BooleanSupplier {
    private final long pause;
    private final LongSupplier nanos;
    private long last;

    Every(Duration pause, LongSupplier nanos) {
        this.pause = pause.toNanos();
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    @Override
    public boolean getAsBoolean() {
        long now = nanos.getAsLong();
        boolean time = now - last >= pause;
        last = time ? now : last;
        return time;
    }
}
