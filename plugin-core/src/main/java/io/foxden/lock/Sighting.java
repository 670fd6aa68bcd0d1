package io.foxden.lock;

import org.jspecify.annotations.Nullable;

/**
 * That somebody holds a lock, and how long that was seen of the very same holding: by the clock that nobody sets, so that
 * it is the time in which the holder could have gone on.
 */
record Sighting(Holder holder, long since) {
    /** What is seen now, after what was seen last. */
    static Sighting after(@Nullable Sighting last, Holder now) {
        return last != null && last.holder.equals(now) ? last : new Sighting(now, System.nanoTime());
    }

    boolean overdue() {
        return System.nanoTime() - since > holder.longest().toNanos();
    }
}
