package io.foxden.testkit.request;

/** The token is good, but not for this. */
public final class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Forbidden(String message) {
        super(message, null, false, false);
    }
}
