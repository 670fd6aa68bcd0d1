package io.foxden.problem;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a person can act on. The subclass says who: {@link TryLaterException} nobody yet,
 * {@link ReconnectException} the store's owner, {@link OperatorException} whoever runs this server,
 * {@link RefusedException} whoever sent what Foxy refused.
 */
public abstract sealed class FoxdenException extends RuntimeException
        permits TryLaterException, ReconnectException, OperatorException, RefusedException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    FoxdenException(Problem problem, @Nullable Throwable cause) {
        super(problem.code().word() + ": " + problem.detail() + " " + problem.remedy(), cause);
        this.problem = problem;
    }

    /** What happened and what to do, without secrets. */
    public final Problem problem() {
        return problem;
    }

    public final Code code() {
        return problem.code();
    }
}
