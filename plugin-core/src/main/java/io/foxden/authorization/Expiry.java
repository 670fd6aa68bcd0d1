package io.foxden.authorization;

import io.foxden.store.Entry;
import java.time.Duration;
import java.time.Instant;

/** When something ends, by a clock that may be set meanwhile: what ends further off than it can last is over, too. */
final class Expiry {
    private static final String EXPIRES_AT = "expires_at";
    /** So far may the clocks of two machines differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Expiry() {}

    /** @param longest that it can last from its beginning */
    static boolean isAhead(Instant expiresAt, Duration longest, Instant now) {
        return now.isBefore(expiresAt) && !expiresAt.isAfter(now.plus(longest).plus(TOLERANCE));
    }

    static boolean isOver(Entry entry, Duration longest, Instant now) {
        return !isAhead(entry.content().instant(EXPIRES_AT).orElse(Instant.EPOCH), longest, now);
    }
}
