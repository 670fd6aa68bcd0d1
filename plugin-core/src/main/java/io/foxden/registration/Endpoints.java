package io.foxden.registration;

import io.foxden.foxy.Foxy;
import io.foxden.foxy.TrustedHosts;
import io.foxden.http.Wire;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which Foxy is talked to. A client is known to the Foxy that registered it, and its credentials go to no other: where a
 * setting names another one, nothing is sent at all. Where no setting does, a client goes on with its own, so that a
 * command line started without the server's settings finds it. Safe for many threads.
 */
public final class Endpoints {
    private final Wire wire;
    private final URI apiUrl;
    private final URI authorizeUrl;
    private final boolean given;
    private final Clock clock;
    private final Map<URI, Foxy> conversations = new ConcurrentHashMap<>();

    /** @param given whether the operator chose the addresses, rather than the default */
    public Endpoints(Wire wire, URI apiUrl, URI authorizeUrl, boolean given, Clock clock) {
        this.wire = wire;
        this.apiUrl = apiUrl;
        this.authorizeUrl = authorizeUrl;
        this.given = given;
        this.clock = clock;
    }

    /**
     * The API home for this client, or for one to be registered.
     *
     * @throws OperatorException {@link Code#BAD_SETTING} if the settings name another Foxy than the client's
     */
    public URI apiUrl(@Nullable Client client) {
        if (client == null) {
            return apiUrl;
        }
        if (given && !isOf(client.apiUrl())) {
            throw elsewhere(client);
        }
        return given ? apiUrl : client.apiUrl();
    }

    /** Whether what was asked for at that address was asked of the Foxy that the settings name. */
    boolean isOf(URI address) {
        return new TrustedHosts(address).trusts(apiUrl) && path(address).equals(path(apiUrl));
    }

    /** Without the slash at its end, which some write and others leave out. */
    private static String path(URI address) {
        return address.normalize().getRawPath().replaceFirst("/+$", "");
    }

    /** The authorization endpoint for this client, or for one to be registered (Foxy: configuration, not a link). */
    public URI authorizeUrl(@Nullable Client client) {
        return given || client == null ? authorizeUrl : client.authorizeUrl();
    }

    /**
     * The conversation with that Foxy; one for each API home, so that its home page is kept with its ETag.
     *
     * @throws OperatorException as {@link #apiUrl}
     */
    public Foxy foxy(@Nullable Client client) {
        return conversations.computeIfAbsent(apiUrl(client), url -> new Foxy(wire, url, clock));
    }

    private OperatorException elsewhere(Client client) {
        Message what = Message.of("registration/elsewhere")
                .with("home", client.apiUrl())
                .with("set", apiUrl);
        return new OperatorException(
                Problem.of(Code.BAD_SETTING, what).withNext(Message.of("registration/elsewhere.next")));
    }
}
