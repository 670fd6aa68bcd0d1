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

    static Check failed(String name, Problem problem) {
        String detail =
                problem.logref() == null ? problem.detail() : problem.detail() + " (logref " + problem.logref() + ")";
        return new Check(name, Verdict.FAILED, detail, problem.remedy(), problem.code());
    }
}
