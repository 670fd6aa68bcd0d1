package io.foxden.lock;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A bounded wait that asks again and again, after pauses that grow. For one thread. */
final class Patience {
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    /** How a thread waits; real outside of tests. */
    interface Sleep {
        void sleep(long nanos) throws InterruptedException;
    }

    private final Sleep sleep;
    private final long start = System.nanoTime();
    private final long wait;
    private long pause = FIRST_PAUSE;

    Patience(Duration wait, Sleep sleep) {
        this.wait = TimeUnit.NANOSECONDS.convert(wait); // the longest possible where it does not fit
        this.sleep = sleep;
    }

    /** What is left of the wait, 0 when it is over. */
    long nanosLeft() {
        return Math.max(0, wait - (System.nanoTime() - start));
    }

    /** Sleeps a little, unless the wait is over already: then false. */
    boolean pause() throws InterruptedException {
        long left = nanosLeft();
        if (left == 0) {
            return false;
        }
        sleep.sleep(Math.min(pause, left));
        pause = Math.min(2 * pause, LONGEST_PAUSE);
        return true;
    }
}
