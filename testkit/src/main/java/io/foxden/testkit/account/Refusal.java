package io.foxden.testkit.account;

import io.foxden.testkit.journal.Rule;
import org.jspecify.annotations.Nullable;

/** A token that is not given, with the error of RFC 6749 section 5.2 that says why. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final @Nullable Rule broken;

    Refusal(String error, String description, @Nullable Rule broken) {
        super(description, null, false, false);
        this.error = error;
        this.broken = broken;
    }

    public String error() {
        return error;
    }

    public String description() {
        return String.valueOf(getMessage());
    }

    /** The rule the caller broke; null where no rule was broken. */
    public @Nullable Rule broken() {
        return broken;
    }
}
