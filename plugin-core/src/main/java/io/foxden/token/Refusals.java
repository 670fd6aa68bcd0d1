package io.foxden.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often the API refused access tokens within their lifetime that the token endpoint had granted, so that a Foxy which
 * does that to every token is not asked for another one each time.
 *
 * @param count in a row, without a day between
 * @param last when it was the last time; null where it never was
 */
public record Refusals(int count, @Nullable Instant last) {
    static final Refusals NONE = new Refusals(0, null);

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** One more. */
    Refusals another(Instant now) {
        return new Refusals(at(now).count + 1, now);
    }

    /** Those that still mean something. */
    Refusals at(Instant now) {
        return last == null || last.plus(FORGOTTEN).isBefore(now) ? NONE : this;
    }
}
