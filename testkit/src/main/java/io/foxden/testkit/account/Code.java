package io.foxden.testkit.account;

import java.time.Instant;

/** An authorization code. */
record Code(String clientId, Scope scope, Instant expiresAt, boolean used) {

    Code spent() {
        return new Code(clientId, scope, expiresAt, true);
    }
}
