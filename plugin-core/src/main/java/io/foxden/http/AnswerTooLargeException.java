package io.foxden.http;

import java.io.IOException;

/** The answer goes on beyond what we are willing to hold. */
final class AnswerTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLargeException(int limit) {
        super("the answer is longer than " + limit + " bytes");
    }
}
