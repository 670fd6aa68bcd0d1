package io.foxden.http;

import io.foxden.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * No complete answer came. Why is said as part of a sentence, such as "the connection was refused", and holds nothing of
 * what was sent or received.
 */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message why;
    private final boolean sent;
    private final boolean timedOut;

    /**
     * @param sent false only where it is known that nothing of the request left
     * @param cause left out where its message could quote the answer
     */
    public WireException(Message why, boolean sent, @Nullable Throwable cause) {
        this(why, sent, false, cause);
    }

    private WireException(Message why, boolean sent, boolean timedOut, @Nullable Throwable cause) {
        super(why.toString(), cause);
        this.why = why;
        this.sent = sent;
        this.timedOut = timedOut;
    }

    /** The time was up before the answer was complete, or before there was a connection. */
    public static WireException timedOut(Message why, boolean sent) {
        return new WireException(why, sent, true, null);
    }

    /** Why, as part of a sentence. */
    public Message why() {
        return why;
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
