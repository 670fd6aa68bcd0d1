package io.foxden.store;

import java.time.Duration;
import java.time.Instant;

/**
 * When something stored ends: a session, a code, a ticket. Clocks are set, so its end alone says too little: what ends
 * further off than any of its kind can last from now was made under another clock, and is over, too.
 */
public final class Expiry {
    private static final String EXPIRES_AT = "expires_at";

    /** So far may the clocks of two machines differ, and so far is one corrected without harm. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Expiry() {}

    /**
     * Whether it still holds good.
     *
     * @param longest that any of its kind can last from its beginning
     */
    public static boolean isAhead(Instant expiresAt, Duration longest, Instant now) {
        return now.isBefore(expiresAt) && !expiresAt.isAfter(now.plus(longest).plus(TOLERANCE));
    }

    /** Whether a record that tells its end in the field {@code expires_at} is of no use any more. */
    public static boolean isOver(Entry entry, Duration longest, Instant now) {
        return !isAhead(entry.content().instant(EXPIRES_AT).orElse(Instant.EPOCH), longest, now);
    }
}
