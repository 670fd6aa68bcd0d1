package io.foxden.testkit.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.Resource;
import io.foxden.testkit.shop.Stores;
import io.foxden.testkit.wire.Answer;
import java.util.List;
import java.util.Set;

/** {@code fx:stores}: the stores a token opens. */
final class StoresList implements Resource {
    private final Answers answers;
    private final Stores stores;
    private final Pages pages;

    StoresList(Answers answers, Stores stores, Pages pages) {
        this.answers = answers;
        this.stores = stores;
        this.pages = pages;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Ask ask) {
        List<ObjectNode> open = stores.all().stream()
                .filter(store -> Ownership.opens(ask.opened(), store.id()))
                .map(store -> StoreResource.document(answers, store))
                .toList();
        return pages.answer(ask, "/stores", "fx:stores", open);
    }
}
