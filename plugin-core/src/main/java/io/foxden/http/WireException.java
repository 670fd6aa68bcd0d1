package io.foxden.http;

import org.jspecify.annotations.Nullable;

/**
 * No complete answer came. The message is part of a sentence, such as "connection refused", and holds nothing of what
 * was sent or received.
 */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean sent;
    private final boolean timedOut;

    /**
     * @param sent false only where it is known that nothing of the request left
     * @param cause left out where its message could quote the answer
     */
    public WireException(String message, boolean sent, @Nullable Throwable cause) {
        this(message, sent, false, cause);
    }

    private WireException(String message, boolean sent, boolean timedOut, @Nullable Throwable cause) {
        super(message, cause);
        this.sent = sent;
        this.timedOut = timedOut;
    }

    /** The time was up before the answer was complete, or before there was a connection. */
    public static WireException timedOut(String message, boolean sent) {
        return new WireException(message, sent, true, null);
    }

    /** Whether the request may have reached the server and had its effect. */
    public boolean sent() {
        return sent;
    }

    /** Whether it ended because the time was up. */
    public boolean timedOut() {
        return timedOut;
    }
}
