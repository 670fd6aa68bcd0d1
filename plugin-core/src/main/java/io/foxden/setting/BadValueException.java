package io.foxden.setting;

/**
 * A value that a setting or a field does not take. The message is the rest of a sentence that begins with the value's
 * name, and never shows the value: whoever catches this knows whether it may be shown.
 */
public final class BadValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadValueException(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
