package io.foxden.registration;

import io.foxden.foreign.Foreign;
import io.foxden.foxy.Expected;
import io.foxden.foxy.Foxy;
import io.foxden.foxy.Reply;
import io.foxden.hal.HalDocument;
import io.foxden.http.HttpRequest;
import io.foxden.problem.FoxdenException;
import io.foxden.secret.Secret;
import io.foxden.words.Message;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One POST to {@code fx:create_client}, and what its answer means (Foxy: dynamic registration). */
final class CreateClient {
    /** What became of one request. */
    sealed interface Outcome {
        /** Foxy made the client and told its secret. */
        record Accepted(ClientCredentials credentials) implements Outcome {}

        /** Foxy said no; nothing was made by this request. */
        record Refused(int status, String message, @Nullable String logref) implements Outcome {}

        /** The answer did not come or was not one; with {@code sent} false we know that Foxy never heard us. */
        record Unknown(Reply.Unclear unclear) implements Outcome {}
    }

    private static final String REL = "fx:create_client";
    /** A proxy on the way may have made another 2xx of the 201 (RFC 9110, section 15.3.4): what counts is the secret. */
    private static final Expected CREATED = (answer, document) ->
            document.text("client_secret").isPresent() || token(document).isPresent();

    private final Foxy foxy;

    CreateClient(Foxy foxy) {
        this.foxy = foxy;
    }

    /**
     * Finds where to ask, before anything is set down of it.
     *
     * @throws FoxdenException if Foxy cannot be reached, or has no such link
     */
    void find() {
        foxy.link(REL);
    }

    Outcome ask(String clientId, URI redirectUri, Map<String, String> details) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", clientId);
        form.put("redirect_uri", redirectUri.toString());
        form.putAll(details);
        Reply reply = foxy.send(REL, to -> HttpRequest.post(to).withForm(form), CREATED);
        if (reply instanceof Reply.Refused refused) {
            return new Outcome.Refused(refused.status(), refused.message(), refused.logref());
        }
        if (reply instanceof Reply.Unclear unclear) {
            return new Outcome.Unknown(unclear);
        }
        return read(clientId, (Reply.Done) reply);
    }

    private Outcome read(String askedId, Reply.Done done) {
        HalDocument document = done.document();
        String clientId = document.text("client_id").flatMap(Foreign::clientId).orElse(askedId);
        return document.text("client_secret")
                .flatMap(Foreign::secret)
                .or(() -> secretOfClient(document))
                .<Outcome>map(secret -> new Outcome.Accepted(new ClientCredentials(clientId, secret)))
                .orElseGet(CreateClient::withoutSecret);
    }

    /** Foxy's second chance in the same breath: {@code fx:client}, read with the token just given. */
    private Optional<Secret> secretOfClient(HalDocument created) {
        return token(created)
                .flatMap(this::fxClient)
                .flatMap(client -> client.text("client_secret"))
                .flatMap(Foreign::secret);
    }

    private static Optional<Secret> token(HalDocument created) {
        return created.object("token")
                .flatMap(token -> token.text("access_token"))
                .flatMap(Foreign::secret);
    }

    private Optional<HalDocument> fxClient(Secret bearer) {
        try {
            URI home = foxy.apiUrl();
            return get(home, bearer)
                    .map(document -> Foxy.resolve(document, home, "fx:client"))
                    .flatMap(client -> get(client, bearer));
        } catch (FoxdenException e) {
            // No such link, or one that is not trusted: then there is no second chance, and the answer is as good as
            // lost.
            return Optional.empty();
        }
    }

    private Optional<HalDocument> get(URI uri, Secret bearer) {
        Reply reply = foxy.send(HttpRequest.get(uri).withBearer(bearer));
        return reply instanceof Reply.Done done ? Optional.of(done.document()) : Optional.empty();
    }

    private static Outcome withoutSecret() {
        return new Outcome.Unknown(new Reply.Unclear(Message.of("registration/no-secret"), true, null, null));
    }
}
