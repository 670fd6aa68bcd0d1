package io.foxden.http;

import org.jspecify.annotations.Nullable;

/**
 * No complete answer came. The message is part of a sentence, such as "connection refused", and holds nothing of what
 * was sent or received.
 */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean sent;

    /**
     * @param sent false only where it is known that nothing of the request left
     * @param cause left out where its message could quote the answer
     */
    public WireException(String message, boolean sent, @Nullable Throwable cause) {
        super(message, cause);
        this.sent = sent;
    }

    /** Whether the request may have reached the server and had its effect. */
    public boolean sent() {
        return sent;
    }
}
