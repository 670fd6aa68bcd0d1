package io.foxden.authorization;

import java.net.URI;
import java.time.Instant;

/**
 * A link that starts the consent once, in whichever browser opens it first.
 *
 * @param startUrl the address to open; it carries the ticket, so it is for one person only
 */
public record Ticket(URI startUrl, Instant expiresAt) {
    @Override
    public String toString() {
        return "Ticket[expiresAt=" + expiresAt + "]";
    }
}
