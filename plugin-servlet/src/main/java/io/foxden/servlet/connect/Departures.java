package io.foxden.servlet.connect;

import io.foxden.authorization.BindingCookie;
import io.foxden.authorization.Departure;
import io.foxden.authorization.Intent;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Parameters;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.exchange.SetCookie;
import io.foxden.servlet.gate.Attempts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sends a browser to Foxy, bound by a cookie, so that only this browser can come back with the answer. */
public final class Departures {
    private final Installation foxden;
    private final Attempts wrongTickets;

    /** @param wrongTickets counts them */
    public Departures(Installation foxden, Attempts wrongTickets) {
        this.foxden = foxden;
        this.wrongTickets = wrongTickets;
    }

    /** {@code POST /connect}: optional fields {@code return_to}, and {@code reconnect=yes} where a store is connected. */
    public Answer connect(Request request) throws IOException {
        Parameters form = request.form();
        return onwards(request, form.one("return_to"), "yes".equals(form.one("reconnect")));
    }

    /**
     * Off to Foxy at once; by way of a ticket where the browser is at another host than the registered address: the cookie
     * must be set on the host that it comes back to.
     */
    public Answer onwards(Request request, @Nullable String returnTo, boolean reconnect) {
        Intent intent = new Intent(null, returnTo == null || returnTo.isEmpty() ? null : returnTo, reconnect);
        return isAtRegisteredHost(request)
                ? off(foxden.authorization().begin(intent))
                : Answer.seeOther(
                        foxden.authorization().ticket(intent).startUrl().toString());
    }

    private boolean isAtRegisteredHost(Request request) {
        return foxden.site().map(site -> request.isAt(site.siteUrl())).orElse(true);
    }

    /** {@code GET /connect/start}: a wrong ticket is counted, a right one always taken. */
    public Answer start(Request request) {
        try {
            return off(foxden.authorization().redeem(request.query().text("ticket")));
        } catch (FoxdenException e) {
            if (e.code() == Code.TICKET_INVALID) {
                wrongTickets.failed(request.reached().client());
            }
            throw e;
        }
    }

    private static Answer off(Departure departure) {
        BindingCookie cookie = departure.cookie();
        return Answer.seeOther(departure.location().toString())
                .with(new SetCookie(
                        cookie.name(), cookie.value(), cookie.path(), cookie.maxAge(), cookie.secure(), "Lax"));
    }
}
