package io.foxden.testkit.resource;

import io.foxden.testkit.account.Grant;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.Resource;
import io.foxden.testkit.wire.Answer;
import java.util.Optional;
import java.util.Set;

/** {@code fx:integration}: DELETE revokes the grant. */
final class IntegrationResource implements Resource {
    private final Answers answers;
    private final Integrations integrations;

    IntegrationResource(Answers answers, Integrations integrations) {
        this.answers = answers;
        this.integrations = integrations;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "DELETE");
    }

    @Override
    public Answer answer(Ask ask) {
        Optional<Grant> found = integrations
                .find(ask.number())
                .filter(grant -> grant.scope().id() != null
                        && Ownership.opens(ask.opened(), grant.scope().id()));
        if (found.isEmpty()) {
            return answers.error(404, "integration " + ask.number() + " does not exist in your store.");
        }
        if (ask.method().equals("DELETE")) {
            integrations.revoke(found.get());
            return answers.hal(
                    200, answers.document().put("message", "integration " + ask.number() + " deleted successfully."));
        }
        return answers.hal(200, integrations.document(found.get()));
    }
}
