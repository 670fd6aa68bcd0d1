package io.foxden.testkit.oauth;

import static io.foxden.testkit.request.Route.Bearer.NEEDLESS;
import static io.foxden.testkit.request.Route.Bearer.REQUIRED;

import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.journal.Target;
import io.foxden.testkit.request.Route;
import java.util.List;

/** The addresses of this package. */
public final class OAuth {
    private OAuth() {}

    public static List<Route> routes(Foxy foxy, Answers answers) {
        return List.of(
                Route.of("/clients", Target.CREATE_CLIENT, NEEDLESS, new CreateClient(answers, foxy)),
                Route.of("/clients/#", Target.CLIENT, REQUIRED, new ClientResource(answers, foxy)),
                Route.of("/token", Target.TOKEN, NEEDLESS, new TokenEndpoint(answers, foxy)));
    }
}
