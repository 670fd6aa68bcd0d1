package io.foxden.setting;

import io.foxden.words.Message;

/**
 * A value that a setting or a field does not take. The reason is the rest of a sentence that begins with the value's
 * name, and never shows the value: whoever catches this knows whether it may be shown.
 */
public final class BadValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    public BadValueException(Message reason) {
        super(reason.key());
        this.reason = reason;
    }

    public BadValueException(String key) {
        this(Message.of(key));
    }

    public Message reason() {
        return reason;
    }
}
