package io.foxden.testkit.endpoint;

import static io.foxden.testkit.endpoint.Route.Bearer.NEEDLESS;
import static io.foxden.testkit.endpoint.Route.Bearer.REQUIRED;
import static io.foxden.testkit.endpoint.Route.Bearer.WELCOME;
import static io.foxden.testkit.journal.Target.CLIENT;
import static io.foxden.testkit.journal.Target.CREATE_CLIENT;
import static io.foxden.testkit.journal.Target.CUSTOMERS;
import static io.foxden.testkit.journal.Target.HOME;
import static io.foxden.testkit.journal.Target.INTEGRATIONS;
import static io.foxden.testkit.journal.Target.STORE;
import static io.foxden.testkit.journal.Target.STORES;
import static io.foxden.testkit.journal.Target.TOKEN;
import static io.foxden.testkit.journal.Target.USER;

import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.account.Stores;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Target;
import io.foxden.testkit.journal.Visit;
import io.foxden.testkit.wire.Answer;
import io.foxden.testkit.wire.Call;
import java.util.List;
import java.util.Optional;

/** Every address of the API. Safe for use by several threads. */
public final class Api {
    private final Answers answers;
    private final Etiquette etiquette;
    private final Bearers bearers;
    private final List<Route> routes;

    public Api(Foxy foxy, Answers answers) {
        this.answers = answers;
        this.etiquette = new Etiquette(answers);
        this.bearers = new Bearers(answers, foxy.grants());
        this.routes = routes(foxy, answers);
    }

    private static List<Route> routes(Foxy foxy, Answers answers) {
        Pages pages = new Pages(answers, foxy.behaviour());
        Stores stores = foxy.stores();
        Integrations granted = new Integrations(answers, foxy);
        return List.of(
                Route.of("/", HOME, WELCOME, new Home(answers, foxy)),
                Route.of("/clients", CREATE_CLIENT, NEEDLESS, new CreateClient(answers, foxy)),
                Route.of("/clients/#", CLIENT, REQUIRED, new ClientResource(answers, foxy)),
                Route.of("/token", TOKEN, NEEDLESS, new TokenEndpoint(answers, foxy)),
                Route.of("/stores", STORES, REQUIRED, new StoresList(answers, stores, pages)),
                Route.of("/stores/#", STORE, REQUIRED, new StoreResource(answers, stores)),
                Route.of("/stores/#/customers", CUSTOMERS, REQUIRED, new CustomersList(answers, stores, pages)),
                Route.of("/customers/#", CUSTOMERS, REQUIRED, new CustomerResource(answers, stores)),
                Route.of("/stores/#/integrations", INTEGRATIONS, REQUIRED, new IntegrationsList(granted, pages)),
                Route.of("/integrations/#", INTEGRATIONS, REQUIRED, new IntegrationResource(answers, granted)),
                Route.of("/users/#", USER, REQUIRED, new UserResource(answers, foxy.user())));
    }

    /** What stands at that path; {@link Target#NOTHING} where nothing does. */
    public Target target(String path) {
        return route(path).map(Route::target).orElse(Target.NOTHING);
    }

    public Answer answer(Call received, Visit visit) {
        Call call = Etiquette.overridden(received);
        try {
            return etiquette.objection(call, visit).orElseGet(() -> serve(call, visit));
        } catch (Fields.Malformed e) {
            visit.violation(Rule.MALFORMED, String.valueOf(e.getMessage()));
            return answers.error(400, String.valueOf(e.getMessage()));
        } catch (BadRequest e) {
            return answers.errors(400, e.messages());
        } catch (Forbidden e) {
            visit.violation(Rule.SCOPE, String.valueOf(e.getMessage()));
            return answers.error(403, String.valueOf(e.getMessage()));
        }
    }

    private Answer serve(Call call, Visit visit) {
        Optional<Route> found = route(call.path());
        if (found.isEmpty()) {
            visit.violation(Rule.UNKNOWN_ADDRESS, "There is nothing at " + call.path());
            return answers.error(404, "There is no resource at " + call.path() + " in this sandbox.");
        }
        Route route = found.get();
        return etiquette.objection(call, visit, route).orElseGet(() -> answer(call, visit, route));
    }

    private Answer answer(Call call, Visit visit, Route route) {
        if (call.method().equals("OPTIONS")) {
            return Answer.of(200).withHeader("Allow", route.allowed());
        }
        Bearers.Outcome outcome = bearers.check(call, visit, route.bearer());
        if (outcome instanceof Bearers.Refused refused) {
            return refused.answer();
        }
        Call asked = call.method().equals("HEAD") ? call.withMethod("GET") : call;
        int number = route.match(call.path()).orElse(0);
        return route.resource().answer(new Ask(asked, visit, number, ((Bearers.Admitted) outcome).access()));
    }

    private Optional<Route> route(String path) {
        return routes.stream().filter(route -> route.match(path).isPresent()).findFirst();
    }
}
