package io.foxden.testkit.resource;

import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.Resource;
import io.foxden.testkit.wire.Answer;
import java.util.Set;

/** {@code fx:integrations} of a store. */
final class IntegrationsList implements Resource {
    private final Integrations integrations;
    private final Pages pages;

    IntegrationsList(Integrations integrations, Pages pages) {
        this.integrations = integrations;
        this.pages = pages;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Ask ask) {
        Ownership.require(ask, ask.number());
        var documents = integrations.of(ask.number()).stream()
                .map(integrations::document)
                .toList();
        return pages.answer(ask, "/stores/" + ask.number() + "/integrations", "fx:integrations", documents);
    }
}
