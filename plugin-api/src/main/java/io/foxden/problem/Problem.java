package io.foxden.problem;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong, fit to be shown: no secret, no stack trace.
 *
 * @param detail what happened, with which value
 * @param remedy what to do next
 * @param logref Foxy's own reference, where its answer carried one (Foxy: error document)
 * @param since when it began, of what lasts
 * @param nextAttemptAt when Foxden tries again by itself, of what may pass
 * @param fields what it is about, where that is something that the caller gave: names of parameters, as requests use them
 */
public record Problem(
        Code code,
        String detail,
        String remedy,
        @Nullable String logref,
        @Nullable Instant since,
        @Nullable Instant nextAttemptAt,
        List<String> fields) {
    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(remedy);
        fields = List.copyOf(fields);
    }

    /** A problem that does not last. */
    public Problem(Code code, String detail, String remedy, @Nullable String logref) {
        this(code, detail, remedy, logref, null, null, List.of());
    }

    /** A problem whose next step is the usual one of its code. */
    public static Problem of(Code code, String detail) {
        return new Problem(code, detail, code.remedy(), null);
    }

    public Problem withRemedy(String next) {
        return new Problem(code, detail, next, logref, since, nextAttemptAt, fields);
    }

    public Problem withLogref(@Nullable String reference) {
        return new Problem(code, detail, remedy, reference, since, nextAttemptAt, fields);
    }

    /** The same, of what lasts since then; with a time, Foxden tries again by itself then. */
    public Problem lasting(@Nullable Instant from, @Nullable Instant next) {
        return new Problem(code, detail, remedy, logref, from, next, fields);
    }

    /** The same, about these parameters of the request. */
    public Problem withFields(List<String> names) {
        return new Problem(code, detail, remedy, logref, since, nextAttemptAt, names);
    }
}
