package io.foxden.token;

import io.foxden.foreign.Foreign;
import io.foxden.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The access token in memory, opened, with its times worked out once, so that reading it compares two numbers. They are
 * of the clock that only goes forward ({@link System#nanoTime}): once a token is in memory, no change of the wall clock
 * makes it older or younger.
 *
 * @param sealed the same as it stands in the record; empty while it stands in none
 * @param mark of the records it was read from
 * @param usableUntil a little before it expires, because a request takes time to arrive
 * @param refreshFrom well before that, so that nobody has to wait for a new one
 * @param doubtful whether its times cannot be right, as the wall clock is now: it is good if nothing better is to be had
 */
record Held(Secret token, String sealed, Mark mark, long usableUntil, long refreshFrom, boolean doubtful) {
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_LEAD = Duration.ofMinutes(5);
    private static final Duration LONGEST_JITTER = Duration.ofMinutes(1);
    /** So far may the clocks of two machines differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /**
     * Which state of the records something was read from.
     *
     * @param journal revision of the record of our clients
     * @param connection revision of the connection's record
     */
    record Mark(long journal, long connection) {}

    /** The token as it was read when the wall clock and the other one showed these. */
    static Held of(
            Secret token,
            String sealed,
            Mark mark,
            Instant obtainedAt,
            Instant expiresAt,
            Instant now,
            long nanos,
            RandomGenerator random) {
        Duration told = Duration.between(obtainedAt, expiresAt);
        Duration lifetime = between(obtainedAt, expiresAt);
        boolean doubtful = obtainedAt.isAfter(now.plus(TOLERANCE)) || told.compareTo(lifetime) > 0;
        long whole = lifetime.toNanos();
        long left = Math.min(whole, between(now, expiresAt).toNanos());
        long margin = Math.min(LONGEST_MARGIN.toNanos(), whole / 10);
        long lead = Math.min(LONGEST_LEAD.toNanos(), whole / 3);
        // Many installations that were restarted together must not come back to Foxy together.
        long jitter = random.nextLong(1 + Math.min(LONGEST_JITTER.toNanos(), whole / 10));
        long refreshIn = doubtful ? 0 : left - lead - jitter;
        return new Held(token, sealed, mark, nanos + left - margin, nanos + refreshIn, doubtful);
    }

    boolean usable(long nanos) {
        return nanos - usableUntil < 0;
    }

    boolean due(long nanos) {
        return nanos - refreshFrom >= 0;
    }

    /** The same, after a change of the records that left the token: what was known of its times still is. */
    Held at(Mark now) {
        return new Held(token, sealed, now, usableUntil, refreshFrom, doubtful);
    }

    /** The same, to be replaced as soon as possible. */
    Held dueAt(long nanos) {
        return new Held(token, sealed, mark, usableUntil, Math.min(refreshFrom, nanos), doubtful);
    }

    private static Duration between(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        if (time.isNegative()) {
            return Duration.ZERO;
        }
        return time.compareTo(Foreign.LONGEST_LIFETIME) > 0 ? Foreign.LONGEST_LIFETIME : time;
    }
}
