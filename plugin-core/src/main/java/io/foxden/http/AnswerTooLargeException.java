package io.foxden.http;

import java.io.IOException;

/** The answer goes on beyond what we are willing to hold. */
final class AnswerTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    AnswerTooLargeException(int limit) {
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
