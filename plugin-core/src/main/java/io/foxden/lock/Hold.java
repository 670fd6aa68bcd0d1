package io.foxden.lock;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** What somebody has who passed the gates of a {@link LockFile}; before that, the first of them. Thread-safe. */
public final class Hold implements AutoCloseable {
    private final Semaphore threads;
    private final Holder holder;
    private @Nullable RegionLock inside;
    private @Nullable RegionLock outside;
    private long since;
    private boolean fresh;
    private boolean closed;

    /** @param threads the first gate, passed */
    Hold(Semaphore threads, Holder holder) {
        this.threads = threads;
        this.holder = holder;
    }

    /**
     * The other gates are passed.
     *
     * @return false if they were replaced before it stood in their file who passed them: by somebody who took us for the
     *     holder before us
     */
    synchronized boolean begin(RegionLock inner, RegionLock outer) {
        fresh = inner.text().isEmpty();
        inner.write(holder.text());
        if (!inner.taken() || !outer.taken()) {
            return false;
        }
        inside = inner;
        outside = outer;
        since = System.nanoTime();
        return true;
    }

    synchronized boolean begun() {
        return inside != null;
    }

    /** How long ago it was begun. */
    public synchronized Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** The number of this holding, which no other has. */
    public long fence() {
        return holder.fence();
    }

    /** Whether nobody held it before, as far as is known: also where it was taken over, or its files were deleted. */
    public synchronized boolean fresh() {
        return fresh;
    }

    /** Whether {@link #close()} was called. */
    public synchronized boolean closed() {
        return closed;
    }

    /**
     * Whether it is still ours: not after {@link #close()}, nor when somebody took it over, or deleted the files that
     * stand for it.
     */
    public synchronized boolean held() {
        return !closed && inside != null && outside != null && inside.taken() && outside.taken();
    }

    synchronized boolean overdue() {
        return !closed
                && inside != null
                && System.nanoTime() - since > holder.longest().toNanos();
    }

    /** Leaves the gates in the opposite order; once is enough, more often does no harm. Any thread may. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (inside != null) {
            inside.write(Holder.nobody());
        }
        if (outside != null) {
            outside.close();
        }
        if (inside != null) {
            inside.close();
        }
        threads.release();
    }
}
