package io.foxden.world;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call fails with. */
public final class Problems {
    private Problems() {}

    /** The problem with which the call fails, which must have this code. */
    public static Problem of(Code code, ThrowingCallable call) {
        return thrown(code, call).problem();
    }

    /** The exception with which the call fails, which must have this code. */
    public static FoxdenException thrown(Code code, ThrowingCallable call) {
        FoxdenException thrown = Assertions.catchThrowableOfType(FoxdenException.class, call);
        Assertions.assertThat(thrown).as("a failure with %s", code).isNotNull();
        Assertions.assertThat(thrown.code()).as("%s", thrown.getMessage()).isEqualTo(code);
        return thrown;
    }
}
