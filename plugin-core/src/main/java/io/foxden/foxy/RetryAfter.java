package io.foxden.foxy;

import io.foxden.http.HttpAnswer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The wait that an answer asks for (RFC 9110, section 10.2.3). */
final class RetryAfter {
    /** Whoever asks for more is mistaken, and would stop us for good. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern SECONDS = Pattern.compile("[+-]?[0-9]{1,100}(\\.[0-9]{0,100})?");

    private RetryAfter() {}

    /** Between nothing and a day; null where the answer does not say, or in no way that can be read. */
    static @Nullable Duration of(HttpAnswer answer, Clock clock) {
        String value = answer.header("Retry-After")
                .map(text -> text.replace("\"", "").strip())
                .orElse("");
        if (SECONDS.matcher(value).matches()) {
            return seconds(new BigDecimal(value));
        }
        return HttpDate.parse(value).map(then -> until(then, answer, clock)).orElse(null);
    }

    private static Duration seconds(BigDecimal seconds) {
        BigDecimal longest = BigDecimal.valueOf(LONGEST.toSeconds());
        BigDecimal bounded = seconds.max(BigDecimal.ZERO).min(longest);
        return Duration.ofSeconds(bounded.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    /**
     * As seen from the answer's own {@code Date}, so that no clock of ours is compared; by ours only where that says
     * nothing, or what cannot be.
     */
    private static Duration until(Instant then, HttpAnswer answer, Clock clock) {
        Optional<Duration> byItsOwn = answer.header("Date")
                .flatMap(HttpDate::parse)
                .map(now -> Duration.between(now, then))
                .filter(wait -> wait.abs().compareTo(LONGEST) <= 0);
        return bounded(byItsOwn.orElseGet(() -> Duration.between(clock.instant(), then)));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
