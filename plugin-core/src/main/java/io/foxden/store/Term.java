package io.foxden.store;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which something stored holds good: a session, a code, a ticket. Clocks are set, so its end alone says too
 * little: a term that begins in the future, or is longer than any was ever given, was made under another clock and holds
 * no more.
 *
 * @param from when it was given
 * @param until when it ends
 */
public record Term(Instant from, Instant until) {
    /** Clocks of servers that share records differ by so much, and are corrected by so much. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final String FROM = "issued_at";
    private static final String UNTIL = "expires_at";

    public static Term starting(Instant now, Duration length) {
        return new Term(now, now.plus(length));
    }

    /**
     * The term that stands among these fields. One of an earlier Foxden, which kept its end only, is taken to be of the
     * usual length; where there is none at all, it is one that never was.
     *
     * @param usual the length that all of its kind have
     */
    public static Term read(Fields fields, Duration usual) {
        Instant until = fields.instant(UNTIL).orElse(Instant.EPOCH);
        return new Term(fields.instant(FROM).orElseGet(() -> until.minus(usual)), until);
    }

    /** The fields with this term among them. */
    public Fields in(Fields fields) {
        return fields.with(FROM, from).with(UNTIL, until);
    }

    /** @param longest the longest that any of its kind is given */
    public boolean live(Instant now, Duration longest) {
        return now.isBefore(until) && !from.isAfter(now.plus(SLACK)) && !until.isAfter(from.plus(longest));
    }
}
