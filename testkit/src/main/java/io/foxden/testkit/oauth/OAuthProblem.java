package io.foxden.testkit.oauth;

/** A request the token endpoint refuses before it comes to tokens. */
final class OAuthProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    OAuthProblem(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
