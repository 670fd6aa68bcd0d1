package io.foxden.token;

import io.foxden.problem.FoxdenException;
import io.foxden.problem.TryLaterException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to try again after a failure: 1, 2, 4, … seconds up to 5 minutes, up to half as much again at random, and not
 * before {@code Retry-After} (RFC 9110, section 10.2.3), up to an hour. Also after failures that a person has to see to,
 * so that a background thread does not besiege Foxy until then. Not safe for several threads.
 */
final class Backoff {
    private static final long FIRST_MILLIS = 1000;
    private static final long LONGEST_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);
    private static final int LARGEST_SHIFT = 20;

    private final RandomGenerator random;
    private int failures;
    private long notBefore = Long.MIN_VALUE;
    private @Nullable FoxdenException last;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    void failed(FoxdenException failure, long nowMillis) {
        long step = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, LARGEST_SHIFT));
        long wait = step + random.nextLong(1 + step / 2);
        Duration asked =
                failure instanceof TryLaterException later ? later.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        Duration honoured = asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
        failures++;
        notBefore = nowMillis + Math.max(wait, honoured.toMillis());
        last = failure;
    }

    void succeeded() {
        failures = 0;
        notBefore = Long.MIN_VALUE;
        last = null;
    }

    /** The failure that still stands, or null if it is time to try. */
    @Nullable
    FoxdenException standing(long nowMillis) {
        return nowMillis < notBefore ? last : null;
    }
}
