package io.foxden.testkit.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tokens just given.
 *
 * @param refreshToken null where none is given ({@code client_credentials})
 */
public record Tokens(String accessToken, @Nullable String refreshToken, Scope scope, Duration lifetime) {

    /** Without the tokens. */
    @Override
    public String toString() {
        return "tokens of " + scope.text();
    }
}
