package io.foxden.problem;

import io.foxden.words.Message;
import org.jspecify.annotations.Nullable;

/** A person has to give consent, for the first time or again; waiting does not help. */
public final class ReconnectException extends FoxdenException {
    private static final long serialVersionUID = 1L;

    public ReconnectException(Problem problem) {
        this(problem, null);
    }

    public ReconnectException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    public ReconnectException(Code code, Message what) {
        this(Problem.of(code, what), null);
    }

    /** In English only. */
    public ReconnectException(Code code, String detail) {
        this(Problem.of(code, detail), null);
    }
}
