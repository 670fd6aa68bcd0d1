package io.foxden.servlet;

import io.foxden.installation.Installation;
import io.foxden.servlet.connect.Departures;
import io.foxden.servlet.connect.Returns;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.Gatehouse;
import io.foxden.servlet.gate.Resetting;
import io.foxden.servlet.gate.Visitor.Administrator;
import io.foxden.servlet.json.Health;
import io.foxden.servlet.json.JsonApi;
import io.foxden.servlet.page.Route;
import io.foxden.servlet.wizard.Actions;
import io.foxden.servlet.wizard.Overview;
import io.foxden.servlet.wizard.Sightings;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Who answers at which address. Every route has exactly one. */
final class Switchboard {
    private final Map<Route, Open> open = new EnumMap<>(Route.class);
    private final Map<Route, Administrators> administrators = new EnumMap<>(Route.class);

    /** Answers anyone. */
    @FunctionalInterface
    interface Open {
        Answer answer(Request request) throws IOException;
    }

    /** Answers administrators. */
    @FunctionalInterface
    interface Administrators {
        Answer answer(Request request, Administrator administrator) throws IOException;
    }

    /** Every address of an open installation. */
    static Switchboard of(Installation foxden, Gatehouse gatehouse, Resetting reset) {
        Departures departures = new Departures(foxden, gatehouse.tickets());
        Returns returns = new Returns(foxden, gatehouse.gate());
        Sightings sightings = new Sightings(foxden);
        Overview overview = new Overview(foxden, sightings);
        Actions actions = new Actions(
                foxden,
                overview,
                sightings,
                request -> departures.onwards(request, null, false),
                reset,
                gatehouse.refusals());
        JsonApi api = new JsonApi(foxden, reset);
        return new Switchboard()
                .administrators(Route.HOME, (request, administrator) -> {
                    sightings.note(request);
                    return overview.show(request, administrator);
                })
                .open(Route.CLAIM, request -> {
                    Answer answer = gatehouse.signIn().claim(request);
                    sightings.noteSignIn(request, answer);
                    return answer;
                })
                .open(Route.REACHED, sightings::reached)
                .administrators(Route.SIGN_OUT, gatehouse.signIn()::signOut)
                .administrators(Route.INSTALL, actions::install)
                .administrators(Route.CONNECT, request -> {
                    sightings.note(request);
                    return departures.connect(request);
                })
                .open(Route.CONNECT_START, departures::start)
                .open(Route.CALLBACK, returns::callback)
                .open(Route.CONNECT_RESULT, returns::result)
                .administrators(Route.REFRESH, actions::refresh)
                .administrators(Route.DISCONNECT, actions::disconnect)
                .administrators(Route.RESET, actions::reset)
                .open(Route.HEALTH, new Health(foxden)::answer)
                .administrators(Route.API_STATUS, api::status)
                .administrators(Route.API_DOCTOR, api::doctor)
                .administrators(Route.API_HISTORY, api::history)
                .administrators(Route.API_INSTALL, api::install)
                .administrators(Route.API_CONNECT, api::connect)
                .administrators(Route.API_REFRESH, api::refresh)
                .administrators(Route.API_DISCONNECT, api::disconnect)
                .administrators(Route.API_RESET, api::reset)
                .administrators(Route.API_DESCRIPTION, JsonApi::description)
                .complete();
    }

    Switchboard open(Route route, Open answer) {
        open.put(route, answer);
        return this;
    }

    Switchboard administrators(Route route, Administrators answer) {
        administrators.put(route, answer);
        return this;
    }

    /** For scripts and people alike: whoever is let in gets the same. */
    Switchboard administrators(Route route, Open answer) {
        return administrators(route, (request, administrator) -> answer.answer(request));
    }

    /** @throws IllegalStateException where a route has nobody, or is answered behind another door than its own */
    Switchboard complete() {
        for (Route route : Route.values()) {
            if (route.open() != open.containsKey(route) || route.open() == administrators.containsKey(route)) {
                throw new IllegalStateException("Nobody answers " + route + ", or behind the wrong door");
            }
        }
        return this;
    }

    Open open(Route route) {
        return find(open, route);
    }

    Administrators administrators(Route route) {
        return find(administrators, route);
    }

    private static <T> T find(Map<Route, T> answers, Route route) {
        T answer = answers.get(route);
        if (answer == null) {
            throw new IllegalStateException("Nobody answers " + route);
        }
        return answer;
    }
}
