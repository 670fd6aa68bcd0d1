package io.foxden.problem;

import io.foxden.words.Message;
import io.foxden.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong, fit to be shown: no secret, no stack trace.
 *
 * @param what what happened, with which value
 * @param next what to do next
 * @param logref Foxy's own reference, where its answer carried one (Foxy: error document)
 * @param since when it began, of what lasts
 * @param nextAttemptAt when Foxden tries again by itself, of what may pass
 * @param fields what it is about, where that is something that the caller gave: names of parameters, as requests use them
 */
public record Problem(
        Code code,
        Message what,
        Message next,
        @Nullable String logref,
        @Nullable Instant since,
        @Nullable Instant nextAttemptAt,
        List<String> fields) {
    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(what);
        Objects.requireNonNull(next);
        fields = List.copyOf(fields);
    }

    /** A problem in English only, that does not last. */
    public Problem(Code code, String detail, String remedy, @Nullable String logref) {
        this(code, Message.asIs(detail), Message.asIs(remedy), logref, null, null, List.of());
    }

    /** A problem whose next step is the usual one of its code. */
    public static Problem of(Code code, Message what) {
        return new Problem(code, what, code.next(), null, null, null, List.of());
    }

    /** The same in English only. */
    public static Problem of(Code code, String detail) {
        return of(code, Message.asIs(detail));
    }

    public Problem withNext(Message step) {
        return new Problem(code, what, step, logref, since, nextAttemptAt, fields);
    }

    /** The same in English only. */
    public Problem withRemedy(String step) {
        return withNext(Message.asIs(step));
    }

    /** The same, about these parameters of the request. */
    public Problem withFields(List<String> concerned) {
        return new Problem(code, what, next, logref, since, nextAttemptAt, concerned);
    }

    public Problem withLogref(@Nullable String reference) {
        return new Problem(code, what, next, reference, since, nextAttemptAt, fields);
    }

    /** The same, of what lasts since then; with a time, Foxden tries again by itself then. */
    public Problem lasting(@Nullable Instant from, @Nullable Instant attempt) {
        return new Problem(code, what, next, logref, from, attempt, fields);
    }

    /** What happened, in English. */
    public String detail() {
        return detail(Words.english());
    }

    public String detail(Words words) {
        return words.text(what);
    }

    /** What to do next, in English. */
    public String remedy() {
        return remedy(Words.english());
    }

    public String remedy(Words words) {
        return words.text(next);
    }
}
