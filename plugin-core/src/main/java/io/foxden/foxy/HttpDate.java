package io.foxden.foxy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A date of HTTP in any of its three forms (RFC 9110, section 5.6.7), the two obsolete ones included. The name of the
 * day is not looked at, so that a wrong one does no harm.
 */
final class HttpDate {
    private static final int LONGEST = 64;
    /** Two digits mean a year of this century: HTTP is younger than that. */
    private static final int CENTURY = 2000;

    private static final List<DateTimeFormatter> FORMS = List.of(
            form("d MMM uuuu H:mm:ss"),
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("d-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, CENTURY)
                    .appendPattern(" H:mm:ss")
                    .toFormatter(Locale.ENGLISH),
            form("MMM d H:mm:ss uuuu"));

    private HttpDate() {}

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    static Optional<Instant> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = text.strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("^(?i)(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? ?", "")
                .replaceFirst("(?i) ?(GMT|UTC|Z)$", "");
        return FORMS.stream().flatMap(form -> read(form, plain).stream()).findFirst();
    }

    private static Optional<Instant> read(DateTimeFormatter form, String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
