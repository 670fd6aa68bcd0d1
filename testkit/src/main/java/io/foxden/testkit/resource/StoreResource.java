package io.foxden.testkit.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.Fields;
import io.foxden.testkit.request.Resource;
import io.foxden.testkit.shop.Store;
import io.foxden.testkit.shop.Stores;
import io.foxden.testkit.wire.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code fx:store}. Known properties can be PATCHed. */
final class StoreResource implements Resource {
    private final Answers answers;
    private final Stores stores;

    StoreResource(Answers answers, Stores stores) {
        this.answers = answers;
        this.stores = stores;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "PATCH");
    }

    @Override
    public Answer answer(Ask ask) {
        Ownership.require(ask, ask.number());
        return stores.find(ask.number())
                .flatMap(store -> ask.method().equals("PATCH") ? change(ask, store) : Optional.of(store))
                .map(store -> Selection.of(ask).answer(answers, document(answers, store)))
                .orElseGet(() -> answers.error(404, "store " + ask.number() + " does not exist."));
    }

    private Optional<Store> change(Ask ask, Store store) {
        Map<String, Object> changes = new LinkedHashMap<>(Fields.of(ask.call()));
        changes.keySet().retainAll(store.properties().keySet());
        return stores.change(store.id(), changes);
    }

    static ObjectNode document(Answers answers, Store store) {
        String self = "/stores/" + store.id();
        return answers.document()
                .link("self", self, "This Store")
                .link("fx:customers", self + "/customers", "Customers for this Store")
                .link("fx:integrations", self + "/integrations", "Integrations of this Store")
                .putAll(store.properties())
                .json();
    }
}
