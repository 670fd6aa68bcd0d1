package io.foxden.testkit.oauth;

import io.foxden.testkit.account.Client;
import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.account.Scope;
import io.foxden.testkit.account.Tokens;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.journal.Credentials;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.Fields;
import io.foxden.testkit.request.Resource;
import io.foxden.testkit.wire.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code fx:create_client}: a stranger becomes an OAuth client. */
final class CreateClient implements Resource {
    private static final int ID_LIMIT = 100;

    private final Answers answers;
    private final Foxy foxy;

    CreateClient(Answers answers, Foxy foxy) {
        this.answers = answers;
        this.foxy = foxy;
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Answer answer(Ask ask) {
        Map<String, Object> sent = Fields.of(ask.call());
        Map<String, String> fields = ClientFields.pick(sent);
        String id = String.valueOf(sent.getOrDefault("client_id", ""));
        List<String> problems = new ArrayList<>(ClientFields.problems(fields));
        if (!id.isEmpty() && !id.matches("[!-~]{1," + ID_LIMIT + "}")) {
            problems.add("client_id must be 1 to " + ID_LIMIT + " printable ASCII characters without spaces.");
        }
        if (!problems.isEmpty()) {
            ask.violation(Rule.REGISTRATION_FIELDS, String.join(" ", problems));
            return answers.errors(400, problems);
        }
        return register(ask, id.isEmpty() ? foxy.mint().clientId() : id, fields);
    }

    private Answer register(Ask ask, String id, Map<String, String> fields) {
        ask.visit().caller(Credentials.NONE, id);
        boolean shared =
                foxy.clients().all().stream().anyMatch(c -> c.redirectUri().equals(fields.get("redirect_uri")));
        Optional<Client> registered = foxy.clients().register(id, fields);
        if (registered.isEmpty()) {
            ask.violation(Rule.CLIENT_ID_TAKEN, "client_id " + id + " is taken");
            return answers.error(400, "client_id is already in use. Please choose another.");
        }
        if (shared) {
            ask.violation(Rule.REDIRECT_URI_SHARED, "A second client for " + fields.get("redirect_uri"));
        }
        return created(registered.get());
    }

    private Answer created(Client client) {
        Tokens tokens = foxy.grants().grant(client, Scope.client());
        String self = "/clients/" + client.number();
        return answers.hal(
                201,
                answers.document()
                        .link("self", self, "This Client")
                        .link("fx:attributes", self + "/attributes", "Attributes for this Client")
                        .put("message", "client " + client.number() + " created successfully.")
                        .put(
                                "token",
                                TokenJson.of(tokens, foxy.behaviour().get().expiryName()))
                        .put("client_id", client.id())
                        .put("client_secret", client.secret()));
    }
}
