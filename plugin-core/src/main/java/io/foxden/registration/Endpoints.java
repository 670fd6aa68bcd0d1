package io.foxden.registration;

import io.foxden.foxy.Foxy;
import io.foxden.http.Wire;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which Foxy is talked to. Addresses that the operator gave count always; otherwise a registered client goes on with
 * those it was registered with, so that a command line started without the server's settings does not carry its
 * secret elsewhere. Safe for many threads.
 */
public final class Endpoints {
    private final Wire wire;
    private final URI apiUrl;
    private final URI authorizeUrl;
    private final boolean given;
    private final Map<URI, Foxy> conversations = new ConcurrentHashMap<>();

    /** @param given whether the operator chose the addresses, rather than the default */
    public Endpoints(Wire wire, URI apiUrl, URI authorizeUrl, boolean given) {
        this.wire = wire;
        this.apiUrl = apiUrl;
        this.authorizeUrl = authorizeUrl;
        this.given = given;
    }

    /** The API home for this client, or for one to be registered. */
    public URI apiUrl(@Nullable Client client) {
        return given || client == null ? apiUrl : client.apiUrl();
    }

    /** The authorization endpoint for this client, or for one to be registered (Foxy: configuration, not a link). */
    public URI authorizeUrl(@Nullable Client client) {
        return given || client == null ? authorizeUrl : client.authorizeUrl();
    }

    /** The conversation with that Foxy; one for each API home, so that its home page is kept with its ETag. */
    public Foxy foxy(@Nullable Client client) {
        return conversations.computeIfAbsent(apiUrl(client), url -> new Foxy(wire, url));
    }
}
