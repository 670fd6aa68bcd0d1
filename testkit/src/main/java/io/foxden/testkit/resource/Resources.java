package io.foxden.testkit.resource;

import static io.foxden.testkit.journal.Target.CUSTOMERS;
import static io.foxden.testkit.journal.Target.INTEGRATIONS;
import static io.foxden.testkit.journal.Target.STORE;
import static io.foxden.testkit.journal.Target.STORES;
import static io.foxden.testkit.journal.Target.USER;

import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.journal.Target;
import io.foxden.testkit.request.Resource;
import io.foxden.testkit.request.Route;
import io.foxden.testkit.shop.Stores;
import java.util.List;

/** The addresses of this package: all need an access token. */
public final class Resources {
    private Resources() {}

    public static List<Route> routes(Foxy foxy, Answers answers) {
        Pages pages = new Pages(answers, foxy.behaviour());
        Stores stores = foxy.stores();
        Integrations granted = new Integrations(answers, foxy);
        return List.of(
                closed("/stores", STORES, new StoresList(answers, stores, pages)),
                closed("/stores/#", STORE, new StoreResource(answers, stores)),
                closed("/stores/#/customers", CUSTOMERS, new CustomersList(answers, stores, pages)),
                closed("/customers/#", CUSTOMERS, new CustomerResource(answers, stores)),
                closed("/stores/#/integrations", INTEGRATIONS, new IntegrationsList(granted, pages)),
                closed("/integrations/#", INTEGRATIONS, new IntegrationResource(answers, granted)),
                closed("/users/#", USER, new UserResource(answers, foxy.user())));
    }

    private static Route closed(String path, Target target, Resource resource) {
        return Route.of(path, target, Route.Bearer.REQUIRED, resource);
    }
}
