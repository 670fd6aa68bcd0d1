package io.foxden.store;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;

/** A {@link Problem} as fields of a record. */
public final class StoredProblem {
    private StoredProblem() {}

    public static Fields fields(Problem problem) {
        return Fields.none()
                .with("code", problem.code().word())
                .with("detail", problem.detail())
                .with("remedy", problem.remedy())
                .withOptional("logref", problem.logref());
    }

    /** A code of a later version is read as {@link Code#INTERNAL}. */
    public static Problem read(Fields f) {
        return new Problem(
                Code.ofWord(f.required("code")),
                f.required("detail"),
                f.required("remedy"),
                f.text("logref").orElse(null));
    }
}
