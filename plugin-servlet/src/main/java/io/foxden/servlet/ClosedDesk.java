package io.foxden.servlet;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.Version;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.Refusals;
import io.foxden.servlet.json.Health;
import io.foxden.servlet.page.Route;
import java.util.List;

/**
 * Stands in where the installation could not be opened: the host's application runs, and ours says nothing but that. There
 * is no store to know an administrator by, so nobody is told more.
 */
final class ClosedDesk implements Desk {
    private final Refusals refusals;

    ClosedDesk(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Answer answer(Request request) {
        boolean health = Route.of(request.method(), request.path())
                .filter(route -> route == Route.HEALTH)
                .isPresent();
        return health
                ? Health.of(new Status(Version.TEXT, "", Phase.BROKEN, null, null, null, List.of()))
                : closed(request);
    }

    private Answer closed(Request request) {
        return refusals.say(request, Problem.of(Code.NOT_STARTED, "Foxden could not be started."), null);
    }
}
