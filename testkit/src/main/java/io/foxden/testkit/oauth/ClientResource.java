package io.foxden.testkit.oauth;

import io.foxden.testkit.account.Client;
import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.account.Scope;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.hal.Document;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.Fields;
import io.foxden.testkit.request.Resource;
import io.foxden.testkit.wire.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code fx:client}: the client itself, for a {@code client_full_access} token. */
final class ClientResource implements Resource {
    private static final List<String> FIXED = List.of("client_id", "client_secret");

    private final Answers answers;
    private final Foxy foxy;

    ClientResource(Answers answers, Foxy foxy) {
        this.answers = answers;
        this.foxy = foxy;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "PUT", "PATCH", "DELETE");
    }

    @Override
    public Answer answer(Ask ask) {
        Client client = foxy.clients().find(ask.number()).orElse(null);
        if (ask.opened().scope().kind() != Scope.Kind.CLIENT) {
            ask.violation(Rule.SCOPE, "fx:client needs client_full_access");
            return answers.error(403, "This resource needs a token of the scope client_full_access.");
        }
        if (client == null || !client.id().equals(ask.opened().clientId())) {
            return answers.error(404, "client " + ask.number() + " does not exist or is not yours.");
        }
        return switch (ask.method()) {
            case "DELETE" -> delete(client);
            case "GET" -> answers.hal(200, document(client));
            default -> change(ask, client);
        };
    }

    private Answer delete(Client client) {
        foxy.deleteClient(client.id());
        return answers.hal(
                200, answers.document().put("message", "client " + client.number() + " deleted successfully."));
    }

    private Answer change(Ask ask, Client client) {
        Map<String, Object> sent = Fields.of(ask.call());
        Map<String, String> fields = new LinkedHashMap<>();
        if (ask.method().equals("PATCH")) {
            fields.putAll(client.fields());
        }
        fields.putAll(ClientFields.pick(sent));
        List<String> problems = new ArrayList<>(fixedFieldsTouched(client, sent));
        problems.addAll(ClientFields.problems(fields));
        if (!problems.isEmpty()) {
            ask.violation(Rule.REGISTRATION_FIELDS, String.join(" ", problems));
            return answers.errors(400, problems);
        }
        return foxy.clients()
                .replace(client.id(), fields)
                .map(changed -> answers.hal(200, document(changed)))
                .orElseGet(() -> answers.error(404, "client " + client.number() + " does not exist."));
    }

    private static List<String> fixedFieldsTouched(Client client, Map<String, Object> sent) {
        Map<String, String> fixed = Map.of("client_id", client.id(), "client_secret", client.secret());
        return FIXED.stream()
                .filter(name -> sent.containsKey(name)
                        && !String.valueOf(sent.get(name)).equals(fixed.get(name)))
                .map(name -> name + " cannot be changed.")
                .toList();
    }

    private Document document(Client client) {
        String self = "/clients/" + client.number();
        Document document = answers.document()
                .link("self", self, "This Client")
                .link("fx:attributes", self + "/attributes", "Attributes for this Client")
                .put("client_id", client.id())
                .put("client_secret", client.secret());
        return document.putAll(ClientFields.complete(client.fields()));
    }
}
