package io.foxden.token;

import io.foxden.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The access token in memory, opened, with its times worked out once, so that reading it compares two numbers.
 *
 * @param revision of the record it was read from
 * @param usableUntil epoch milliseconds; a little before it expires, because a request takes time to arrive
 * @param refreshFrom epoch milliseconds; well before that, so that nobody has to wait for a new one
 */
record Held(Secret token, long revision, long usableUntil, long refreshFrom) {
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_LEAD = Duration.ofMinutes(5);
    private static final Duration LONGEST_JITTER = Duration.ofMinutes(1);

    static Held of(Secret token, long revision, Instant refreshedAt, Instant expiresAt, RandomGenerator random) {
        long expires = expiresAt.toEpochMilli();
        long lifetime = Math.max(0, expires - refreshedAt.toEpochMilli());
        long margin = Math.min(LONGEST_MARGIN.toMillis(), lifetime / 10);
        long lead = Math.min(LONGEST_LEAD.toMillis(), lifetime / 3);
        // Many installations that were restarted together must not come back to Foxy together.
        long jitter = random.nextLong(1 + Math.min(LONGEST_JITTER.toMillis(), lifetime / 10));
        return new Held(token, revision, expires - margin, expires - lead - jitter);
    }
}
