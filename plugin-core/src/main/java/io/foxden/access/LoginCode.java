package io.foxden.access;

import java.net.URI;
import java.time.Instant;

/**
 * A code that opens one session.
 *
 * @param code as it is shown and typed; never logged
 * @param expiresAt when it opens nothing any more
 */
public record LoginCode(String code, Instant expiresAt) {
    /**
     * The address that fills the code in on the page; sending it is left to a person. The code stands where browsers send it
     * to no server, so that no log of one has it.
     *
     * @param base of Foxden's page, without a slash at the end
     */
    public String link(URI base) {
        return base + "/#code=" + code;
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "LoginCode[hidden, until " + expiresAt + "]";
    }
}
