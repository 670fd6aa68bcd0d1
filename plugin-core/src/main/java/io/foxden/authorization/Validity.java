package io.foxden.authorization;

import io.foxden.store.Entry;
import io.foxden.store.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was begun a while ago still holds good. What this process began goes by the clock that nobody sets, so that a
 * person who is at Foxy while the machine's clock is set need not begin again; all else by the times in its record.
 * Safe for many threads.
 */
final class Validity {
    /** More than that in ten minutes, and the oldest go by their record. */
    private static final int MOST = 1_000;

    private final Duration longest;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<String, Long> begun = new LinkedHashMap<>();

    Validity(Duration longest, Clock clock, LongSupplier nanos) {
        this.longest = longest;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** The record was written just now, by this process. */
    synchronized void begins(String record) {
        begun.put(record, nanos.getAsLong());
        if (begun.size() > MOST) {
            begun.remove(begun.keySet().iterator().next());
        }
    }

    boolean holds(String record, Instant expiresAt) {
        @Nullable Long then = begunAt(record);
        return then == null
                ? Expiry.isAhead(expiresAt, longest, clock.instant())
                : nanos.getAsLong() - then < longest.toNanos();
    }

    /**
     * Whether a record is of no use any more.
     *
     * @param kept how long such records are kept at the most, whatever became of them
     */
    boolean isOver(Entry entry, Duration kept) {
        @Nullable Long then = begunAt(entry.name());
        boolean young = then != null && nanos.getAsLong() - then < longest.toNanos();
        return !young && Expiry.isOver(entry, kept, clock.instant());
    }

    private synchronized @Nullable Long begunAt(String record) {
        return begun.get(record);
    }
}
