package io.foxden.servlet;

import io.foxden.doctor.Report;
import io.foxden.installation.Documents;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.problem.TryLaterException;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.Denials;
import io.foxden.servlet.gate.Gatehouse;
import io.foxden.servlet.gate.Resetting;
import io.foxden.servlet.gate.SignIn;
import io.foxden.servlet.gate.Visitor.Administrator;
import io.foxden.servlet.json.Health;
import io.foxden.servlet.json.JsonApi;
import io.foxden.servlet.page.Route;
import io.foxden.words.Message;
import java.util.Objects;
import java.util.function.Supplier;

/** Answers while the installation cannot be opened: administrators are told why, strangers learn nothing. */
final class ClosedAnswers {
    private static final int OK = 200;

    private final Supplier<Premises> now;
    private final Resetting reset;
    private final Denials refusals;
    private final SignIn signIn;

    ClosedAnswers(Supplier<Premises> now, Resetting reset, Gatehouse gatehouse) {
        this.now = now;
        this.reset = reset;
        this.refusals = gatehouse.refusals();
        this.signIn = gatehouse.signIn();
    }

    Switchboard switchboard() {
        Switchboard switchboard = new Switchboard();
        for (Route route : Route.values()) {
            if (route.open()) {
                switchboard.open(route, open(route));
            } else {
                switchboard.administrators(route, administrators(route));
            }
        }
        return switchboard.complete();
    }

    private Switchboard.Open open(Route route) {
        return switch (route) {
            case HEALTH -> request -> Health.down(now.get().status());
            case CLAIM -> signIn::claim;
            default ->
                request -> {
                    throw new TryLaterException(Problem.of(Code.NOT_STARTED, why().what()), null, null);
                };
        };
    }

    private Switchboard.Administrators administrators(Route route) {
        return switch (route) {
            case SIGN_OUT -> signIn::signOut;
            case API_STATUS ->
                (request, administrator) ->
                        Answer.json(OK, Documents.status(now.get().status(), request.words()));
            case API_DOCTOR ->
                (request, administrator) -> Answer.json(
                        OK, Documents.doctor(Report.unopened(now.get().settings(), why()), request.words()));
            case API_DESCRIPTION -> (request, administrator) -> JsonApi.description(request);
            case API_RESET ->
                (request, administrator) ->
                        isDamaged() ? JsonApi.reset(request, administrator, reset) : refuse(request, administrator);
            case RESET ->
                (request, administrator) ->
                        isDamaged() ? reset(request, administrator) : refuse(request, administrator);
            default -> this::refuse;
        };
    }

    /** Damage is ended by giving up what cannot be read; trouble with the home passes, and nothing is given up for it. */
    private boolean isDamaged() {
        return why().code() == Code.RECORD_UNREADABLE;
    }

    private Answer reset(Request request, Administrator administrator) {
        reset.run(true, administrator.session());
        return Answer.seeOther(request.home());
    }

    private Answer refuse(Request request, Administrator administrator) {
        return refusals.unavailable(request, why(), administrator, isDamaged());
    }

    /** Null only for the moment in which it was opened. */
    private Problem why() {
        return Objects.requireNonNullElseGet(
                now.get().problem(), () -> Problem.of(Code.NOT_STARTED, Message.of("servlet/starting")));
    }
}
