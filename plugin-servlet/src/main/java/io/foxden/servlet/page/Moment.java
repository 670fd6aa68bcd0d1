package io.foxden.servlet.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A time as pages show it: in UTC, with the machine's form beside it. */
public record Moment(Instant instant) {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH);

    public static @Nullable Moment orNull(@Nullable Instant instant) {
        return instant == null ? null : new Moment(instant);
    }

    /** For the attribute {@code datetime}. */
    public String iso() {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public String text() {
        return SHOWN.format(instant.atOffset(ZoneOffset.UTC));
    }
}
