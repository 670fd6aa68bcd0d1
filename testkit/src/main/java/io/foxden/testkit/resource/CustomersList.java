package io.foxden.testkit.resource;

import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.request.Ask;
import io.foxden.testkit.request.Fields;
import io.foxden.testkit.request.Resource;
import io.foxden.testkit.shop.Customer;
import io.foxden.testkit.shop.Stores;
import io.foxden.testkit.wire.Answer;
import java.util.Set;

/** {@code fx:customers} of a store. */
final class CustomersList implements Resource {
    private final Answers answers;
    private final Stores stores;
    private final Pages pages;

    CustomersList(Answers answers, Stores stores, Pages pages) {
        this.answers = answers;
        this.stores = stores;
        this.pages = pages;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "POST");
    }

    @Override
    public Answer answer(Ask ask) {
        int store = ask.number();
        Ownership.require(ask, store);
        if (ask.method().equals("POST")) {
            return create(ask, store);
        }
        var customers = stores.customersOf(store).stream()
                .map(customer -> CustomerResource.document(answers, customer))
                .toList();
        return pages.answer(ask, "/stores/" + store + "/customers", "fx:customers", customers);
    }

    private Answer create(Ask ask, int store) {
        Customer customer = stores.addCustomer(store, CustomerFields.whole(Fields.of(ask.call())));
        String self = "/customers/" + customer.id();
        return answers.hal(
                201,
                answers.document()
                        .link("self", self, "This Customer")
                        .put("message", "customer " + customer.id() + " created successfully."));
    }
}
