package io.foxden.testkit.request;

import java.util.List;

/** Values that are not allowed, one message for each. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> messages;

    public BadRequest(List<String> messages) {
        super(String.join(" ", messages), null, false, false);
        this.messages = List.copyOf(messages);
    }

    public BadRequest(String message) {
        this(List.of(message));
    }

    List<String> messages() {
        return messages;
    }
}
