package io.foxden.authorization;

import java.time.Duration;

/** Waiting, passed in so that a test need not wait. */
@FunctionalInterface
public interface Pause {
    /** Waits; false if the thread was interrupted, which stays noted on the thread. */
    boolean pause(Duration duration);

    /** Waits for real. */
    static Pause sleeping() {
        return duration -> {
            try {
                Thread.sleep(duration.toMillis());
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }
}
