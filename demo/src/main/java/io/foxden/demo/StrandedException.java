package io.foxden.demo;

import io.foxden.words.Message;

/** The walk came to a page from which it does not go on. The reason says which, without anything secret. */
public final class StrandedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    StrandedException(Message reason) {
        super(reason.toString());
        this.reason = reason;
    }

    /** A sentence. */
    public Message reason() {
        return reason;
    }
}
