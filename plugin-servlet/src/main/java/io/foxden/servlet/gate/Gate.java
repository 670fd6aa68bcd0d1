package io.foxden.servlet.gate;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.secret.RandomText;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.gate.Visitor.Administrator;
import io.foxden.servlet.gate.Visitor.Proof;
import io.foxden.servlet.page.Route;
import io.foxden.setting.Setting;
import io.foxden.words.Message;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tells visitors apart, and forms of ours from forged ones. Safe for many threads. */
public final class Gate {
    private static final String BEARER = "Bearer ";
    private static final String TOKEN_HEADER = "Foxden-Token";
    private static final String FORM_TOKEN_HEADER = "X-CSRF-Token";
    private static final int FORM_KEY_BYTES = 32;

    private final Keyring keyring;
    private final Supplier<String> adminRole;
    private final Attempts attempts;
    private final Cookies cookies;
    private final Supplier<Optional<URI>> siteUrl;
    private final RandomText random;
    private final FormTokens formTokens;

    Gate(
            Keyring keyring,
            Supplier<String> adminRole,
            Attempts attempts,
            Cookies cookies,
            Supplier<Optional<URI>> siteUrl,
            RandomText random) {
        this.keyring = keyring;
        this.adminRole = adminRole;
        this.attempts = attempts;
        this.cookies = cookies;
        this.siteUrl = siteUrl;
        this.random = random;
        this.formTokens = new FormTokens(random.bytes(FORM_KEY_BYTES));
    }

    /**
     * Who asks. The admin token counts below the JSON API only. Whoever is known by a session or a role has not guessed at
     * it: a host may use {@code Authorization} for logins of its own.
     *
     * @throws FoxdenException RATE_LIMITED after too many wrong tokens, where this one is wrong as well
     */
    public Visitor visitor(Request request) {
        List<String> tokens = request.path().startsWith(Route.API) ? tokens(request) : List.of();
        if (tokens.stream().filter(keyring::isAdminToken).count() > 0) {
            return new Administrator(Proof.TOKEN, "", "", null);
        }
        Optional<Visitor> known = bySession(request).or(() -> byRole(request));
        if (known.isEmpty() && !tokens.isEmpty()) {
            attempts.failed(request.reached().client());
        }
        return known.orElseGet(() -> unproven(request));
    }

    /** In a header of its own, too: where the host has a login by BASIC, {@code Authorization} is the host's. */
    private static List<String> tokens(Request request) {
        return Stream.concat(bearer(request).stream(), request.header(TOKEN_HEADER).map(String::strip).stream())
                .toList();
    }

    private static Optional<String> bearer(Request request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    private Optional<Visitor> bySession(Request request) {
        return session(request)
                .map(token -> new Administrator(Proof.SESSION, token, formTokens.ofSession(token), null));
    }

    Optional<String> session(Request request) {
        return cookies.sessions(request).stream().filter(keyring::isOpen).findFirst();
    }

    private Optional<Visitor> byRole(Request request) {
        if (!request.userInRole(adminRole.get())) {
            return Optional.empty();
        }
        String user = request.user().orElse("");
        List<String> keys = cookies.formKeys(request);
        if (!keys.isEmpty()) {
            return Optional.of(new Administrator(Proof.ROLE, "", formTokens.ofUser(user, keys.get(0)), null));
        }
        String key = random.token();
        return Optional.of(
                new Administrator(Proof.ROLE, "", formTokens.ofUser(user, key), cookies.formKey(request, key)));
    }

    private static Visitor unproven(Request request) {
        return request.user().isPresent() ? new Visitor.Known() : new Visitor.Stranger();
    }

    /**
     * Lets a change pass only if it was meant: a form must carry its token and come from a page of ours where the browser
     * tells; a JSON request of a browser must carry the token in {@code X-CSRF-Token}, or be JSON from a page of ours; a
     * admin token says enough, as no browser sends it by itself.
     *
     * @throws OperatorException CSRF_MISMATCH
     */
    public void checkMeant(Request request, Route route, Administrator administrator) throws IOException {
        if (administrator.proof() == Proof.TOKEN) {
            return;
        }
        Sender sender = sender(request);
        boolean meant = route.api()
                ? proves(
                                request,
                                administrator,
                                request.header(FORM_TOKEN_HEADER).orElse(""))
                        || (sender == Sender.OWN && saysJson(request))
                : proves(request, administrator, request.form().text("csrf"));
        if (sender == Sender.FOREIGN || !meant) {
            throw new OperatorException(Code.CSRF_MISMATCH, unmeant(route, sender));
        }
    }

    /** A neighbour under the same domain may have set another key since the form was made, and it may come first. */
    private boolean proves(Request request, Administrator administrator, String given) {
        String user = request.user().orElse("");
        return FormTokens.same(administrator.formToken(), given)
                || (administrator.proof() == Proof.ROLE
                        && cookies.formKeys(request).stream()
                                .anyMatch(key -> FormTokens.same(formTokens.ofUser(user, key), given)));
    }

    /** @throws OperatorException CSRF_MISMATCH where the browser says that another site's page sent it */
    void checkNotForeign(Request request) {
        if (sender(request) == Sender.FOREIGN) {
            throw new OperatorException(Code.CSRF_MISMATCH, unmeant(Route.CLAIM, Sender.FOREIGN));
        }
    }

    private Sender sender(Request request) {
        return Sender.of(request, siteUrl.get());
    }

    private static boolean saysJson(Request request) {
        return request.header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().equalsIgnoreCase("application/json"))
                .orElse(false);
    }

    private static Message unmeant(Route route, Sender sender) {
        if (sender == Sender.FOREIGN) {
            return Message.of("servlet/gate/foreign-page")
                    .with("site", Setting.SITE_URL)
                    .with("proxies", Setting.TRUSTED_PROXIES);
        }
        return route.api()
                ? Message.of("servlet/gate/unmeant-api").with("header", FORM_TOKEN_HEADER)
                : Message.of("servlet/gate/unmeant-form");
    }
}
