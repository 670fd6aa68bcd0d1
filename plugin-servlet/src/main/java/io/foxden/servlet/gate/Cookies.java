package io.foxden.servlet.gate;

import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.exchange.SetCookie;
import io.foxden.setting.SiteAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The two cookies of the gate: a session, and what a role user's form token is bound to. */
final class Cookies {
    private static final String SESSION = "foxden_session";
    private static final String FORM = "foxden_form";
    private static final Duration FORM_LIFETIME = Duration.ofHours(12);
    /** What 32 random bytes look like as base64url. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    /** A neighbour under the same domain may set more of the same name; not so many that each request costs. */
    private static final int MOST = 4;

    private final Supplier<Optional<SiteAddress>> site;

    /** @param site where this installation is known to answer; asked for each cookie */
    Cookies(Supplier<Optional<SiteAddress>> site) {
        this.site = site;
    }

    List<String> sessions(Request request) {
        return tokens(request, SESSION);
    }

    List<String> formKeys(Request request) {
        return tokens(request, FORM);
    }

    /** SameSite=Lax: an administrator who comes back from Foxy is still one. */
    SetCookie session(Request request, String token, Duration lifetime) {
        return new SetCookie(SESSION, token, path(request), lifetime, secure(request), "Lax");
    }

    SetCookie formKey(Request request, String token) {
        return new SetCookie(FORM, token, path(request), FORM_LIFETIME, secure(request), "Strict");
    }

    private static List<String> tokens(Request request, String name) {
        return request.cookies(name).stream()
                .filter(value -> TOKEN.matcher(value).matches())
                .limit(MOST)
                .toList();
    }

    /** As the browser sees it: a proxy may have put the application under another path. */
    private String path(Request request) {
        return site.get()
                .filter(known -> request.reached()
                        .isAt(known.siteUrl().getScheme() + "://"
                                + known.siteUrl().getRawAuthority()))
                .map(SiteAddress::cookiePath)
                .orElse(request.cookiePath());
    }

    /** The browser's own word counts too: a proxy that ends TLS may not be among the trusted. */
    private static boolean secure(Request request) {
        return request.reached().https()
                || request.header("Origin")
                        .filter(origin -> origin.startsWith("https://")
                                && request.reached().isAt(origin))
                        .isPresent();
    }
}
