package io.foxden.testkit.oauth;

import io.foxden.testkit.account.Client;
import io.foxden.testkit.account.Clients;
import io.foxden.testkit.journal.Credentials;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.wire.Parameters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who asks the token endpoint: Basic or body credentials, not both (RFC 6749 section 2.3). */
final class ClientCredentials {
    private final Clients clients;

    ClientCredentials(Clients clients) {
        this.clients = clients;
    }

    /** @throws OAuthProblem where the request does not say who it is, or says it twice, or is not who it says */
    Client check(Ask ask, Parameters form) {
        String header = ask.call().header("Authorization").orElse("");
        String scheme = header.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        if (scheme.equals("basic")) {
            if (form.get("client_secret").isPresent()) {
                ask.violation(Rule.CLIENT_CREDENTIALS, "Both Basic and body credentials");
                throw new OAuthProblem(400, "invalid_request", "Only one method may be used to authenticate at a time");
            }
            return byBasic(ask, header.substring("basic".length()).strip());
        }
        return byBody(ask, form);
    }

    private Client byBasic(Ask ask, String encoded) {
        String pair = decodeBase64(encoded).orElse("");
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw new OAuthProblem(400, "invalid_request", "The Basic credentials cannot be decoded");
        }
        String id = pair.substring(0, colon);
        String secret = pair.substring(colon + 1);
        Optional<Client> client =
                known(id, secret, UnaryOperator.identity()).or(() -> known(id, secret, ClientCredentials::formDecoded));
        ask.visit().caller(Credentials.BASIC, client.map(Client::id).orElse(formDecoded(id)));
        return client.orElseThrow(ClientCredentials::invalid);
    }

    private Client byBody(Ask ask, Parameters form) {
        String id = form.get("client_id").orElse("");
        String secret = form.get("client_secret").orElse("");
        if (id.isEmpty() || secret.isEmpty()) {
            throw new OAuthProblem(401, "invalid_client", "Client credentials were not found in the headers or body");
        }
        ask.visit().caller(Credentials.BODY, id);
        return known(id, secret, UnaryOperator.identity()).orElseThrow(ClientCredentials::invalid);
    }

    private Optional<Client> known(String id, String secret, UnaryOperator<String> decoding) {
        return clients.find(decoding.apply(id)).filter(client -> client.secret().equals(decoding.apply(secret)));
    }

    private static OAuthProblem invalid() {
        return new OAuthProblem(401, "invalid_client", "The client credentials are invalid");
    }

    private static Optional<String> decodeBase64(String encoded) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String formDecoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
