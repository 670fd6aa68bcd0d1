package io.foxden.doctor;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import io.foxden.words.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param name a stable word, such as {@code vault}
 * @param found what was found, with which value
 * @param next what to do, unless all is well
 * @param code the problem's code, where there is one
 */
public record Check(
        String name,
        Verdict verdict,
        Message found,
        @Nullable Message next,
        @Nullable Code code) {
    static Check ok(String name, Message found) {
        return new Check(name, Verdict.OK, found, null, null);
    }

    static Check warning(String name, Message found, Message next) {
        return new Check(name, Verdict.WARNING, found, next, null);
    }

    static Check warning(String name, Problem problem) {
        return of(name, Verdict.WARNING, problem);
    }

    static Check failed(String name, Problem problem) {
        return of(name, Verdict.FAILED, problem);
    }

    private static Check of(String name, Verdict verdict, Problem problem) {
        return new Check(name, verdict, withLogref(lasting(problem), problem), problem.next(), problem.code());
    }

    private static Message lasting(Problem problem) {
        Instant since = problem.since();
        Instant next = problem.nextAttemptAt();
        if (since == null) {
            return problem.what();
        }
        Message lasting = Message.of(next == null ? "doctor/since" : "doctor/since-next")
                .with("what", problem.what())
                .with("since", since);
        return next == null ? lasting : lasting.with("next", next);
    }

    private static Message withLogref(Message what, Problem problem) {
        String logref = problem.logref();
        return logref == null
                ? what
                : Message.of("doctor/logref").with("what", what).with("logref", logref);
    }

    /** What was found, in English. */
    public String detail() {
        return detail(Words.english());
    }

    public String detail(Words words) {
        return words.text(found);
    }

    /** What to do, in English; null where all is well. */
    public @Nullable String remedy() {
        return remedy(Words.english());
    }

    public @Nullable String remedy(Words words) {
        return next == null ? null : words.text(next);
    }
}
