package io.foxden.config;

/**
 * A value that a setting or a field does not take. The message is the rest of a sentence that begins with the value's
 * name, and never shows the value: whoever catches this knows whether it may be shown.
 */
final class BadValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BadValueException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
