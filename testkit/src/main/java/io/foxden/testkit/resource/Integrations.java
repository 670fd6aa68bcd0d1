package io.foxden.testkit.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foxden.testkit.account.Client;
import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.account.Grant;
import io.foxden.testkit.account.Scope;
import io.foxden.testkit.hal.Answers;
import java.util.List;
import java.util.Optional;

/** The active grants of a store, as {@code fx:integration} documents. */
final class Integrations {
    private final Answers answers;
    private final Foxy foxy;

    Integrations(Answers answers, Foxy foxy) {
        this.answers = answers;
        this.foxy = foxy;
    }

    List<Grant> of(int storeId) {
        return foxy.grants().active().stream()
                .filter(grant -> grant.scope().equals(Scope.store(storeId)))
                .toList();
    }

    Optional<Grant> find(int number) {
        return foxy.grants().active().stream()
                .filter(grant -> grant.number() == number)
                .findFirst();
    }

    void revoke(Grant grant) {
        foxy.grants().revoke(grant.number());
    }

    ObjectNode document(Grant grant) {
        Optional<Client> client = foxy.clients().find(grant.clientId());
        var document = answers.document().link("self", "/integrations/" + grant.number(), "This Integration");
        client.ifPresent(c -> document.link("fx:client", "/clients/" + c.number(), "The Client"));
        return document.put("client_id", grant.clientId())
                .put("project_name", client.map(c -> c.field("project_name")).orElse(""))
                .put("company_name", client.map(c -> c.field("company_name")).orElse(""))
                .put("scope", grant.scope().text())
                .put("expires", grant.expiresAt().getEpochSecond())
                .put("added_by_name", foxy.user().name())
                .put("added_by_email", foxy.user().email())
                .json();
    }
}
