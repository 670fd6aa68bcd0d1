package io.foxden.foxy;

import io.foxden.http.HttpAnswer;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wait that an answer asks for (RFC 9110, section 10.2.3). */
final class RetryAfter {
    /** Whoever asks for more is mistaken, and would stop us for good. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Seconds as given; a date as seen from the answer's own {@code Date}, so that no clock of ours is compared. */
    static @Nullable Duration of(HttpAnswer answer) {
        Optional<String> value = answer.header("Retry-After").map(String::strip);
        if (value.isEmpty()) {
            return null;
        }
        Duration wait = value.get().matches("[0-9]{1,9}")
                ? Duration.ofSeconds(Long.parseLong(value.get()))
                : between(answer.header("Date").orElse(""), value.get());
        return wait == null ? null : bounded(wait);
    }

    private static @Nullable Duration between(String now, String then) {
        try {
            return Duration.between(date(now), date(then));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static ZonedDateTime date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
