package io.foxden.testkit.endpoint;

/** The token is good, but not for this. */
final class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Forbidden(String message) {
        super(message, null, false, false);
    }
}
