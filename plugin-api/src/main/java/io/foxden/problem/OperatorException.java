package io.foxden.problem;

import io.foxden.words.Message;
import org.jspecify.annotations.Nullable;

/** Whoever runs this server has to act: a setting, a key, a folder, or a step that was left out. */
public final class OperatorException extends FoxdenException {
    private static final long serialVersionUID = 1L;

    public OperatorException(Problem problem) {
        this(problem, null);
    }

    public OperatorException(Problem problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    public OperatorException(Code code, Message what) {
        this(Problem.of(code, what), null);
    }

    /** In English only. */
    public OperatorException(Code code, String detail) {
        this(Problem.of(code, detail), null);
    }
}
