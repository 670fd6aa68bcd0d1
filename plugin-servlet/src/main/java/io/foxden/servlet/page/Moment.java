package io.foxden.servlet.page;

import io.foxden.words.Message;
import io.foxden.words.Words;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A time as pages show it: in UTC, with the machine's form beside it. */
public record Moment(Instant instant, Words words) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** For the attribute {@code datetime}. */
    public String iso() {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public String text() {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        return words.text(Message.of("servlet/page/moment")
                .with("day", time.getDayOfMonth())
                .with("month", time.getMonth().getDisplayName(TextStyle.FULL, words.locale()))
                .with("year", time.getYear())
                .with("clock", CLOCK.format(time)));
    }
}
