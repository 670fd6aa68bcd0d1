package io.foxden.authorization;

import org.jspecify.annotations.Nullable;

/** What Foxy sends the browser back with (RFC 6749, sections 4.1.2 and 4.1.2.1). */
public record CallbackQuery(
        @Nullable String state,
        @Nullable String code,
        @Nullable String error,
        @Nullable String errorDescription) {
    /** An error that says nothing beside a code is none. */
    boolean failed() {
        return error != null && !(error.isBlank() && code != null && !code.isEmpty());
    }

    @Override
    public String toString() {
        return "CallbackQuery[error=" + error + "]";
    }
}
