package io.foxden.problem;

/** Foxy understood the request and said no, or its answer must not be followed; repeating it unchanged does not help. */
public final class RefusedException extends FoxdenException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status the HTTP status of Foxy's answer */
    public RefusedException(Problem problem, int status) {
        super(problem, null);
        this.status = status;
    }

    /** The HTTP status of Foxy's answer. */
    public int status() {
        return status;
    }
}
