package io.foxden.testkit.account;

import java.time.Instant;

/**
 * What an owner granted a client; ends when it is revoked.
 *
 * @param number as in {@code /integrations/1}
 */
public record Grant(int number, String clientId, Scope scope, String refreshToken, Instant expiresAt) {

    Grant withRefreshToken(String token, Instant expiry) {
        return new Grant(number, clientId, scope, token, expiry);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "grant " + number + " of " + scope.text() + " to " + clientId;
    }
}
