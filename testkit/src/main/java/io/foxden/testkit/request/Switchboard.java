package io.foxden.testkit.request;

import io.foxden.testkit.account.Grants;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Target;
import io.foxden.testkit.journal.Visit;
import io.foxden.testkit.wire.Answer;
import io.foxden.testkit.wire.Call;
import java.util.List;
import java.util.Optional;

/** Brings each request to what stands at its address, if it keeps the rules. Safe for use by several threads. */
public final class Switchboard {
    private final List<Route> routes;
    private final Answers answers;
    private final Etiquette etiquette;
    private final Bearers bearers;

    public Switchboard(List<Route> routes, Answers answers, Grants grants) {
        this.routes = List.copyOf(routes);
        this.answers = answers;
        this.etiquette = new Etiquette(answers);
        this.bearers = new Bearers(answers, grants);
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
