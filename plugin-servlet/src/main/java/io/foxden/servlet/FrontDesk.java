package io.foxden.servlet;

import io.foxden.problem.FoxdenException;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.Denials;
import io.foxden.servlet.gate.Gate;
import io.foxden.servlet.gate.Visitor;
import io.foxden.servlet.gate.Visitor.Administrator;
import io.foxden.servlet.page.Route;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Leads each request through the gate to the one who answers it. What is not open is closed, whatever it is. */
final class FrontDesk implements Desk {
    private static final int NO_CONTENT = 204;

    private final Gate gate;
    private final Denials refusals;
    private final Switchboard answers;
    private final Supplier<Desk> latest;

    /** @param latest asked before an administrator is answered: something may have been opened, or mended, since */
    FrontDesk(Gate gate, Denials refusals, Switchboard answers, Supplier<Desk> latest) {
        this.latest = latest;
        this.gate = gate;
        this.refusals = refusals;
        this.answers = answers;
    }

    @Override
    public Answer answer(Request request) throws IOException {
        Optional<Route> route = Route.of(request.method(), request.path());
        try {
            if (route.filter(Route::open).isPresent()) {
                return answers.open(route.get()).answer(request);
            }
            if (route.isEmpty() && Route.openAt(request.path())) {
                return otherMethod(request);
            }
            Visitor visitor = gate.visitor(request);
            if (visitor instanceof Administrator administrator) {
                Desk desk = latest.get();
                return desk == this
                        ? withCookie(administrator, admitted(request, route.orElse(null), administrator))
                        : desk.answer(request);
            }
            return visitor instanceof Visitor.Known ? refusals.forbidden(request) : refusals.unauthenticated(request);
        } catch (FoxdenException e) {
            return refusals.refused(request, e, null);
        } catch (RuntimeException e) {
            return refusals.unexpected(request, e, null);
        }
    }

    /** At an address that anyone may ask: nothing is told that its description does not tell. */
    private Answer otherMethod(Request request) {
        List<String> methods = Route.methodsAt(request.path());
        return request.method().equals("OPTIONS")
                ? Answer.empty(NO_CONTENT).with("Allow", String.join(", ", methods))
                : refusals.wrongMethod(request, methods, null);
    }

    private Answer admitted(Request request, @Nullable Route route, Administrator administrator) throws IOException {
        try {
            if (route == null) {
                return absent(request, administrator);
            }
            if (route.changes()) {
                gate.checkMeant(request, route, administrator);
            }
            return answers.administrators(route).answer(request, administrator);
        } catch (FoxdenException e) {
            return refusals.refused(request, e, administrator);
        } catch (RuntimeException e) {
            return refusals.unexpected(request, e, administrator);
        }
    }

    private Answer absent(Request request, Administrator administrator) {
        List<String> methods = Route.methodsAt(request.path());
        return methods.isEmpty()
                ? refusals.notFound(request, administrator)
                : refusals.wrongMethod(request, methods, administrator);
    }

    private static Answer withCookie(Administrator administrator, Answer answer) {
        return administrator.cookie() == null ? answer : answer.with(administrator.cookie());
    }
}
