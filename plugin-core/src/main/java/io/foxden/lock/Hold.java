package io.foxden.lock;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** What somebody has who passed the gates of a {@link LockFile}; inside, while it tries, the first ones. Thread-safe. */
public final class Hold implements AutoCloseable {
    private final Semaphore threads;
    private final long begun = System.nanoTime();
    private @Nullable RegionLock inside;
    private @Nullable RegionLock outside;
    private boolean closed;

    /** @param threads the first gate, passed */
    Hold(Semaphore threads) {
        this.threads = threads;
    }

    RegionLock inside(RegionLock lock) {
        inside = lock;
        return lock;
    }

    RegionLock outside(RegionLock lock) {
        outside = lock;
        return lock;
    }

    /** How long ago it was begun. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Whether {@link #close} was called. */
    public synchronized boolean closed() {
        return closed;
    }

    /** Whether it is still ours: not after {@link #close}, nor when somebody deleted the file that stands for it. */
    public synchronized boolean held() {
        return !closed && outside != null && outside.taken();
    }

    /** Leaves the gates in the opposite order; once is enough, more often does no harm. Any thread may. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (outside != null) {
            outside.close();
        }
        if (inside != null) {
            inside.close();
        }
        threads.release();
    }
}
