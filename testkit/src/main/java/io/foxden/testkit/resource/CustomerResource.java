package io.foxden.testkit.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.Fields;
import io.foxden.testkit.request.Resource;
import io.foxden.testkit.shop.Customer;
import io.foxden.testkit.shop.Stores;
import io.foxden.testkit.wire.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code fx:customer}. */
final class CustomerResource implements Resource {
    private final Answers answers;
    private final Stores stores;

    CustomerResource(Answers answers, Stores stores) {
        this.answers = answers;
        this.stores = stores;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "PUT", "PATCH", "DELETE");
    }

    @Override
    public Answer answer(Ask ask) {
        Optional<Customer> found =
                stores.customer(ask.number()).filter(customer -> Ownership.opens(ask.opened(), customer.storeId()));
        if (found.isEmpty()) {
            return answers.error(404, "customer " + ask.number() + " does not exist in your store.");
        }
        return switch (ask.method()) {
            case "GET" -> Selection.of(ask).answer(answers, document(answers, found.get()));
            case "DELETE" -> delete(ask.number());
            case "PUT" -> change(ask, CustomerFields.whole(Fields.of(ask.call())));
            default -> change(ask, CustomerFields.pick(Fields.of(ask.call())));
        };
    }

    private Answer delete(int id) {
        stores.removeCustomer(id);
        return answers.hal(200, answers.document().put("message", "customer " + id + " deleted successfully."));
    }

    private Answer change(Ask ask, Map<String, Object> changes) {
        return stores.changeCustomer(ask.number(), changes)
                .map(customer -> answers.hal(200, document(answers, customer)))
                .orElseGet(() -> answers.error(404, "customer " + ask.number() + " does not exist."));
    }

    static ObjectNode document(Answers answers, Customer customer) {
        return answers.document()
                .link("self", "/customers/" + customer.id(), "This Customer")
                .link("fx:store", "/stores/" + customer.storeId(), "This Store")
                .put("id", customer.id())
                .putAll(customer.properties())
                .json();
    }
}
