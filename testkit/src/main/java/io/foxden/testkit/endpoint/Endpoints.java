package io.foxden.testkit.endpoint;

import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.journal.Target;
import io.foxden.testkit.oauth.OAuth;
import io.foxden.testkit.request.Route;
import io.foxden.testkit.request.Switchboard;
import io.foxden.testkit.resource.Resources;
import java.util.ArrayList;
import java.util.List;

/** Every address of the API. */
public final class Endpoints {
    private Endpoints() {}

    public static Switchboard of(Foxy foxy, Answers answers) {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.of("/", Target.HOME, Route.Bearer.WELCOME, new Home(answers, foxy)));
        routes.addAll(OAuth.routes(foxy, answers));
        routes.addAll(Resources.routes(foxy, answers));
        return new Switchboard(routes, answers, foxy.grants());
    }
}
