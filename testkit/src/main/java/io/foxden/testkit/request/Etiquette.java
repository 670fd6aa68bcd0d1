package io.foxden.testkit.request;

import io.foxden.testkit.hal.Answers;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Target;
import io.foxden.testkit.journal.Visit;
import io.foxden.testkit.wire.Answer;
import io.foxden.testkit.wire.Call;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rules every request to the API is under, whatever it asks for. */
final class Etiquette {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> BODIES = Set.of(FORM, "application/json");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final Answers answers;

    Etiquette(Answers answers) {
        this.answers = answers;
    }

    /** The request with the method it stands for: {@code X-HTTP-Method-Override} is for clients that cannot PATCH. */
    static Call overridden(Call call) {
        return call.header("X-HTTP-Method-Override")
                .filter(other -> call.method().equals("POST"))
                .map(other -> call.withMethod(other.toUpperCase(Locale.ROOT)))
                .orElse(call);
    }

    /** What is wrong with the request, wherever it goes. */
    Optional<Answer> objection(Call call, Visit visit) {
        String version = call.header("FOXY-API-VERSION").orElse("");
        if (!version.equals("1")) {
            visit.violation(Rule.VERSION_HEADER, "FOXY-API-VERSION is \"" + version + "\" instead of 1");
            return Optional.of(answers.error(400, "Every request needs the header FOXY-API-VERSION: 1"));
        }
        try {
            if (call.query().get("access_token").isPresent()) {
                visit.violation(Rule.BEARER_MISPLACED, "An access token was put into an address");
            }
        } catch (IllegalArgumentException e) {
            visit.violation(Rule.MALFORMED, "The query cannot be decoded");
            return Optional.of(answers.error(400, "The query cannot be decoded."));
        }
        return Optional.empty();
    }

    /** What is wrong with the request for what stands there. */
    Optional<Answer> objection(Call call, Visit visit, Route route) {
        noteAccept(call, visit, route);
        if (!route.allows(call.method())) {
            visit.violation(Rule.METHOD, call.method() + " is not one of " + route.allowed());
            return Optional.of(
                    answers.error(405, call.method() + " is not allowed here; allowed are " + route.allowed() + ".")
                            .withHeader("Allow", route.allowed()));
        }
        Set<String> types = route.target() == Target.TOKEN ? Set.of(FORM) : BODIES;
        String type = call.mediaType().orElse("");
        if (WITH_BODY.contains(call.method()) && !call.body().isEmpty() && !types.contains(type)) {
            visit.violation(Rule.CONTENT_TYPE, "A body of the type \"" + type + "\"");
            return Optional.of(answers.error(
                    415,
                    "A body of the type \"" + type + "\" is not understood here; send " + String.join(" or ", types)));
        }
        return Optional.empty();
    }

    private static void noteAccept(Call call, Visit visit, Route route) {
        String accept = call.header("Accept").orElse("*/*").toLowerCase(Locale.ROOT);
        boolean json = route.target() == Target.TOKEN && accept.contains("application/json");
        if (!json && !accept.contains("application/hal+json") && !accept.contains("*")) {
            visit.violation(Rule.ACCEPT, "Accept is \"" + accept + "\"; this sandbox speaks application/hal+json");
        }
    }
}
