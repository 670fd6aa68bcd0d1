package io.foxden.testkit.consent;

import static io.foxden.testkit.consent.Html.escape;

import io.foxden.testkit.account.Client;
import io.foxden.testkit.account.Foxy;
import io.foxden.testkit.account.Scope;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.journal.Credentials;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Visit;
import io.foxden.testkit.shop.Store;
import io.foxden.testkit.wire.Answer;
import io.foxden.testkit.wire.Call;
import io.foxden.testkit.wire.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The authorization endpoint (RFC 6749 section 4.1.1, with the errors Foxy documents). A known client gets its errors by
 * redirect to the registered redirect URI; an unknown one gets a page. Safe for use by several threads.
 */
public final class Authorization {
    /** Its path, on both origins. */
    public static final String PATH = "/authorize";

    private static final Set<String> DOCUMENTED = Set.of("response_type", "client_id", "scope", "state");

    private final Foxy foxy;
    private final ConsentPage page;

    public Authorization(Foxy foxy) {
        this.foxy = foxy;
        this.page = new ConsentPage(foxy.user());
    }

    public Answer answer(Call call, Visit visit) {
        boolean decided = call.method().equals("POST");
        if (!decided && !call.method().equals("GET") && !call.method().equals("HEAD")) {
            visit.violation(Rule.METHOD, "The authorization endpoint has GET, and POST for its own form");
            return errorPage(405, "invalid_request", "This page is opened with GET.")
                    .withHeader("Allow", "GET, POST");
        }
        try {
            return answer(decided ? call.form() : call.query(), decided, visit);
        } catch (IllegalArgumentException e) {
            visit.violation(Rule.MALFORMED, "The parameters cannot be decoded");
            return errorPage(400, "invalid_request", "The parameters cannot be decoded.");
        }
    }

    private Answer answer(Parameters asked, boolean decided, Visit visit) {
        String id = asked.get("client_id").orElse("");
        visit.caller(Credentials.NONE, id);
        Optional<Client> client = foxy.clients().find(id);
        if (client.isEmpty()) {
            visit.violation(Rule.OAUTH_PARAMETERS, "No client, or one that is not registered");
            return errorPage(400, "invalid_client", "The client id is missing, or no such client is registered.");
        }
        if (!decided) {
            asked.names().stream()
                    .filter(name -> !DOCUMENTED.contains(name))
                    .forEach(name -> visit.violation(Rule.OAUTH_PARAMETERS, name + " is not a documented parameter"));
        }
        return check(client.get(), asked, visit).orElseGet(() -> {
            Wish wish = wish(client.get(), asked).orElseThrow();
            return decided ? decide(wish, asked, visit) : begin(wish, visit);
        });
    }

    private Optional<Answer> check(Client client, Parameters asked, Visit visit) {
        if (!asked.repeated().isEmpty()) {
            return wrong(client, asked, visit, "invalid_request", "Parameters came twice: " + asked.repeated());
        }
        if (!asked.get("response_type").orElse("").equals("code")) {
            return wrong(client, asked, visit, "invalid_request", "response_type is missing or not \"code\"");
        }
        if (asked.filled("state").isEmpty()) {
            return wrong(client, asked, visit, "invalid_request", "The state parameter is required");
        }
        if (asked.filled("scope").isEmpty()) {
            return wrong(client, asked, visit, "invalid_client", "No scope was given");
        }
        if (wish(client, asked).isEmpty()) {
            return wrong(client, asked, visit, "invalid_scope", "An unsupported scope was requested");
        }
        return Optional.empty();
    }

    private Optional<Answer> wrong(Client client, Parameters asked, Visit visit, String error, String description) {
        visit.violation(Rule.OAUTH_PARAMETERS, description);
        return Optional.of(error(client, asked.get("state").orElse(""), error, description));
    }

    private static Answer error(Client client, String state, String error, String description) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error);
        parameters.put("error_description", description);
        if (!state.isEmpty()) {
            parameters.put("state", state);
        }
        return WayBack.to(client, parameters);
    }

    private Optional<Wish> wish(Client client, Parameters asked) {
        String text = asked.get("scope").orElse("");
        return Scope.parse(text)
                .filter(this::supported)
                .map(scope -> new Wish(client, scope, text, asked.get("state").orElse("")));
    }

    private boolean supported(Scope scope) {
        Integer id = scope.id();
        return switch (scope.kind()) {
            case CLIENT -> false;
            case USER -> id == null || id == foxy.user().id();
            case STORE -> id == null || foxy.stores().find(id).isPresent();
        };
    }

    private Answer begin(Wish wish, Visit visit) {
        Consent consent = foxy.behaviour().get().consent();
        List<Store> choice = choice(wish);
        if (consent == Consent.ASK) {
            return page.ask(wish, choice, "");
        }
        return consent == Consent.DENY
                ? deny(wish, visit)
                : approve(wish, granted(choice.stream().findFirst()), visit);
    }

    private Answer decide(Wish wish, Parameters asked, Visit visit) {
        String decision = asked.get("decision").orElse("");
        if (decision.equals("deny")) {
            return deny(wish, visit);
        }
        List<Store> choice = choice(wish);
        Optional<Store> chosen = choice.stream()
                .filter(store -> asked.get("store_id").orElse("").equals(String.valueOf(store.id())))
                .findFirst();
        if (!decision.equals("approve")) {
            return page.ask(wish, choice, "Please approve or deny.");
        }
        if (!choice.isEmpty() && chosen.isEmpty()) {
            return page.ask(wish, choice, "Please choose a store.");
        }
        return approve(wish, granted(chosen), visit);
    }

    private List<Store> choice(Wish wish) {
        Scope scope = wish.scope();
        if (scope.kind() == Scope.Kind.USER) {
            return List.of();
        }
        Integer id = scope.id();
        return foxy.stores().all().stream()
                .filter(store -> id == null || id == store.id())
                .toList();
    }

    private Scope granted(Optional<Store> store) {
        return store.map(chosen -> Scope.store(chosen.id()))
                .orElseGet(() -> Scope.user(foxy.user().id()));
    }

    private Answer deny(Wish wish, Visit visit) {
        noteState(wish, visit);
        return error(wish.client(), wish.state(), "access_denied", "The user denied access to your application");
    }

    private Answer approve(Wish wish, Scope scope, Visit visit) {
        noteState(wish, visit);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", foxy.grants().code(wish.client(), scope));
        parameters.put("state", wish.state());
        return WayBack.to(wish.client(), parameters);
    }

    private void noteState(Wish wish, Visit visit) {
        if (!foxy.grants().firstUse(wish.state())) {
            visit.violation(Rule.STATE_REUSED, "The same state came again");
        }
    }

    private static Answer errorPage(int status, String error, String description) {
        return Html.page(
                status,
                "This request cannot be answered – Foxy sandbox",
                "<h1>This request cannot be answered</h1>\n<p class=\"problem\" role=\"alert\">" + escape(description)
                        + "</p>\n<p>Error: <code>" + error
                        + "</code>. Go back to the application that sent you and connect it anew.</p>");
    }
}
