package io.foxden.hal;

import io.foxden.words.Message;

/** The bytes are not the JSON that was expected. The message tells the place, never the content. */
public final class MalformedDocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    MalformedDocumentException(String key) {
        this(Message.of(key));
    }

    MalformedDocumentException(Message reason) {
        super(reason.toString());
        this.reason = reason;
    }

    /** What is wrong, as the end of a sentence; nothing of the content. */
    public Message reason() {
        return reason;
    }
}
