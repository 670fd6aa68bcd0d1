package io.foxden.servlet;

import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.Visitor.Administrator;
import io.foxden.servlet.page.Route;
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
