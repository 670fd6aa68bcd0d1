package io.foxden.access;

import java.time.Instant;

/**
 * A code that opens one session.
 *
 * @param code as it is shown and typed; never logged
 * @param expiresAt when it opens nothing any more
 */
public record LoginCode(String code, Instant expiresAt) {
    /** Without the code. */
    @Override
    public String toString() {
        return "LoginCode[hidden, until " + expiresAt + "]";
    }
}
