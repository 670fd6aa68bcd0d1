package io.foxden.store;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** What somebody has who passed the gates of a {@link LockFile}, all of them or, while it tries, the first ones. */
final class Hold implements Lease {
    private final Semaphore threads;
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

    synchronized boolean closed() {
        return closed;
    }

    @Override
    public synchronized boolean held() {
        return !closed && outside != null && outside.taken();
    }

    /** Leaves the gates in the opposite order; once. */
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
