package io.foxden.problem;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong, fit to be shown: no secret, no stack trace.
 *
 * @param detail what happened, with which value
 * @param remedy what to do next
 * @param logref Foxy's own reference, where its answer carried one (Foxy: error document)
 */
public record Problem(
        Code code, String detail, String remedy, @Nullable String logref) {
    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(remedy);
    }

    /** A problem whose next step is the usual one of its code. */
    public static Problem of(Code code, String detail) {
        return new Problem(code, detail, code.remedy(), null);
    }

    public Problem withRemedy(String next) {
        return new Problem(code, detail, next, logref);
    }

    public Problem withLogref(@Nullable String reference) {
        return new Problem(code, detail, remedy, reference);
    }
}
