package io.foxden.problem;

import io.foxden.words.Message;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nothing was lost and nobody has to act: the same call may succeed later. */
public final class TryLaterException extends FoxdenException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Duration retryAfter;

    public TryLaterException(Problem problem, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(problem, cause);
        this.retryAfter = retryAfter;
    }

    public TryLaterException(Code code, Message what) {
        this(Problem.of(code, what), null, null);
    }

    /** In English only. */
    public TryLaterException(Code code, String detail) {
        this(Problem.of(code, detail), null, null);
    }

    /** How long the other side asked us to wait (RFC 9110, section 10.2.3), if it did. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
