package io.foxden.doctor;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param name a stable word, such as {@code vault}
 * @param detail what was found, with which value
 * @param remedy what to do, unless all is well
 * @param code the problem's code, where there is one
 */
public record Check(
        String name,
        Verdict verdict,
        String detail,
        @Nullable String remedy,
        @Nullable Code code) {
    static Check ok(String name, String detail) {
        return new Check(name, Verdict.OK, detail, null, null);
    }

    static Check warning(String name, String detail, String remedy) {
        return new Check(name, Verdict.WARNING, detail, remedy, null);
    }

    static Check warning(String name, Problem problem) {
        return of(name, Verdict.WARNING, problem);
    }

    static Check failed(String name, Problem problem) {
        return of(name, Verdict.FAILED, problem);
    }

    private static Check of(String name, Verdict verdict, Problem problem) {
        String since = problem.since() == null ? "" : " (since " + problem.since() + next(problem) + ")";
        String logref = problem.logref() == null ? "" : " (logref " + problem.logref() + ")";
        return new Check(name, verdict, problem.detail() + since + logref, problem.remedy(), problem.code());
    }

    private static String next(Problem problem) {
        return problem.nextAttemptAt() == null ? "" : ", next attempt at " + problem.nextAttemptAt();
    }
}
