package io.foxden.token;

import io.foxden.foxy.Expected;
import io.foxden.foxy.Foxy;
import io.foxden.foxy.Reply;
import io.foxden.http.AuthorizationHeader;
import io.foxden.http.HttpRequest;
import io.foxden.problem.FoxdenException;
import io.foxden.registration.Client;
import io.foxden.registration.ClientAuthentication;
import io.foxden.registration.ClientCredentials;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Endpoints;
import io.foxden.secret.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to {@code fx:token}, authenticated as the client: in the way that worked last, and where Foxy answers
 * {@code invalid_client}, once more in the other way, because a proxy may strip the {@code Authorization} header (Foxy:
 * section 6). What worked is remembered.
 */
public final class TokenEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);
    private static final String REL = "fx:token";
    private static final Expected GRANT =
            (answer, document) -> TokenSet.read(document).isPresent();

    private final Endpoints endpoints;
    private final ClientJournal journals;

    public TokenEndpoint(Endpoints endpoints, ClientJournal journals) {
        this.endpoints = endpoints;
        this.journals = journals;
    }

    /** Swaps an authorization code (RFC 6749, section 4.1.3), with exactly the registered redirect URI. */
    public TokenReply exchange(Client client, Secret code) {
        Map<String, String> form = Map.of(
                "grant_type",
                "authorization_code",
                "redirect_uri",
                client.redirectUri().toString());
        return remembered(client, post(client, form, Map.of("code", code)));
    }

    /** Asks for a new access token (RFC 6749, section 6). */
    public TokenReply refresh(Client client, Secret refreshToken) {
        return remembered(
                client, post(client, Map.of("grant_type", "refresh_token"), Map.of("refresh_token", refreshToken)));
    }

    /** Asks whether Foxy still knows this client; the token it grants is of {@code client_full_access} and not kept. */
    public TokenReply clientCredentials(Client client) {
        return remembered(client, asked(client));
    }

    /** The same for who only looks: nothing is remembered of it. */
    public TokenReply inspect(Client client) {
        return asked(client).reply();
    }

    private Answered asked(Client client) {
        return post(client, Map.of("grant_type", "client_credentials", "scope", "client_full_access"), Map.of());
    }

    /** @param method in which the client was recognized, or asked at last */
    private record Answered(TokenReply reply, ClientAuthentication method) {}

    /**
     * @throws io.foxden.problem.TryLaterException if the API home, where the endpoint's link is, cannot be reached
     * @throws io.foxden.problem.RefusedException if the home has no such link, or one that is not trusted
     * @throws io.foxden.problem.OperatorException {@code bad_setting} if the settings name another Foxy than the client's
     */
    private Answered post(Client client, Map<String, String> form, Map<String, Secret> secrets) {
        Foxy foxy = endpoints.foxy(client);
        ClientCredentials credentials = journals.credentials(client);
        ClientAuthentication usual = client.authentication();
        TokenReply first = meaning(foxy.send(REL, to -> request(to, credentials, usual, form, secrets), GRANT));
        if (!isInvalidClient(first)) {
            return new Answered(first, usual);
        }
        TokenReply second =
                meaning(foxy.send(REL, to -> request(to, credentials, usual.other(), form, secrets), GRANT));
        return isInvalidClient(second) ? new Answered(first, usual) : new Answered(second, usual.other());
    }

    /** The answer counts, whether or not it can be written down which way it came. */
    private TokenReply remembered(Client client, Answered answered) {
        if (answered.method() != client.authentication() && isAuthenticated(answered.reply())) {
            try {
                journals.rememberAuthentication(client.key(), answered.method());
            } catch (FoxdenException e) {
                LOG.debug("How Foxy recognizes the client is found out again next time", e);
            }
        }
        return answered.reply();
    }

    private static HttpRequest request(
            URI endpoint,
            ClientCredentials credentials,
            ClientAuthentication method,
            Map<String, String> form,
            Map<String, Secret> secrets) {
        if (method == ClientAuthentication.BASIC) {
            return HttpRequest.post(endpoint)
                    .withForm(form, secrets)
                    .withAuthorization(AuthorizationHeader.basic(credentials.clientId(), credentials.clientSecret()));
        }
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.put("client_id", credentials.clientId());
        Map<String, Secret> hidden = new LinkedHashMap<>(secrets);
        hidden.put("client_secret", credentials.clientSecret());
        return HttpRequest.post(endpoint).withForm(fields, hidden);
    }

    private static boolean isInvalidClient(TokenReply reply) {
        return reply instanceof TokenReply.Refused refused && refused.invalidClient();
    }

    /** Whether Foxy went on to look at the grant, so that the client was recognized. */
    private static boolean isAuthenticated(TokenReply reply) {
        return reply instanceof TokenReply.Granted
                || (reply instanceof TokenReply.Refused refused && refused.invalidGrant());
    }

    private static TokenReply meaning(Reply reply) {
        if (reply instanceof Reply.Refused refused) {
            return new TokenReply.Refused(refused);
        }
        if (reply instanceof Reply.Unclear unclear) {
            return new TokenReply.Unclear(unclear);
        }
        return new TokenReply.Granted(
                TokenSet.read(((Reply.Done) reply).document()).orElseThrow());
    }
}
