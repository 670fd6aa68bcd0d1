package io.foxden.servlet.connect;

import io.foxden.ConnectionStatus;
import io.foxden.authorization.Arrival;
import io.foxden.authorization.CallbackQuery;
import io.foxden.authorization.Outcome;
import io.foxden.installation.Installation;
import io.foxden.problem.FoxdenException;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Parameters;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.exchange.SetCookie;
import io.foxden.servlet.gate.Gate;
import io.foxden.servlet.gate.Visitor.Administrator;
import io.foxden.servlet.page.Route;
import io.foxden.setting.SiteAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes up the browser that comes back from Foxy, and shows how it ended. */
public final class Returns {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Installation foxden;
    private final Gate gate;

    public Returns(Installation foxden, Gate gate) {
        this.foxden = foxden;
        this.gate = gate;
    }

    /**
     * {@code GET /callback}: always on to another address at once, so that code and state leave the address bar. After a
     * success the browser keeps its cookie while that lasts: whoever comes back by the back button is known again.
     *
     * @throws FoxdenException STATE_MISMATCH where the answer is not this browser's; BAD_REQUEST where a parameter
     *     stands there twice
     */
    public Answer callback(Request request) {
        Parameters query = request.query();
        CallbackQuery callback = new CallbackQuery(
                query.one("state"), query.one("code"), query.one("error"), query.one("error_description"));
        Arrival arrival = foxden.authorization().callback(callback, request::cookie);
        Answer answer = Answer.seeOther(destination(request, arrival));
        return arrival.outcome() == Outcome.CONNECTED ? answer : answer.with(clear(request, arrival.cookieToClear()));
    }

    /** A path that somebody asked for is reached by success only: another page could not say what went wrong. */
    private static String destination(Request request, Arrival arrival) {
        String returnTo = arrival.returnTo();
        return returnTo != null && arrival.outcome() == Outcome.CONNECTED
                ? returnTo
                : request.home() + Route.CONNECT_RESULT.reference() + "?ref=" + arrival.reference()
                        + (arrival.again() ? "&again=yes" : "");
    }

    private SetCookie clear(Request request, String name) {
        String path = foxden.site().map(SiteAddress::cookiePath).orElse(null);
        boolean secure = foxden.site().map(SiteAddress::https).orElse(request.https());
        return new SetCookie(name, "", path, Duration.ZERO, secure, "Lax");
    }

    /** {@code GET /connect/result}: what happened; the details to administrators only. */
    public Answer result(Request request) {
        Optional<Arrival> arrival =
                foxden.authorization().arrival(request.query().text("ref"));
        Administrator administrator = gate.visitor(request) instanceof Administrator known ? known : null;
        return arrival.map(
                        end -> Answer.page(OK, page(request, end, administrator).html()))
                .orElseGet(() ->
                        Answer.page(NOT_FOUND, ResultPage.forgotten(request).html()));
    }

    private ResultPage page(Request request, Arrival arrival, @Nullable Administrator administrator) {
        boolean again = request.query().text("again").equals("yes");
        ResultPage page = ResultPage.of(again ? arrival.repeated() : arrival, request);
        if (administrator == null) {
            return page;
        }
        ConnectionStatus connection =
                arrival.outcome() == Outcome.CONNECTED ? foxden.statusWithName().connection() : null;
        return page.forAdministrator(administrator.signOut(), arrival, connection);
    }
}
