package io.foxden.servlet.gate;

import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.exchange.SetCookie;
import io.foxden.setting.SiteAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two cookies of the gate: a session, and what a role user's form token is bound to. */
final class Cookies {
    private static final String SESSION = "foxden_session";
    private static final String FORM = "foxden_form";
    private static final Duration FORM_LIFETIME = Duration.ofHours(12);
    /** What 32 random bytes look like as base64url. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

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
        return new SetCookie(SESSION, token, path(request), lifetime, request.https(), "Lax");
    }

    SetCookie formKey(Request request, String token) {
        return new SetCookie(FORM, token, path(request), FORM_LIFETIME, request.https(), "Strict");
    }

    private static List<String> tokens(Request request, String name) {
        return request.cookies(name).stream()
                .filter(value -> TOKEN.matcher(value).matches())
                .toList();
    }

    /**
     * That of the site where it is known, and the browser does not say that it came by another one; else none, so that
     * the browser takes its own: a proxy may have put the application under another path.
     */
    private @Nullable String path(Request request) {
        return site.get()
                .filter(known -> request.isAt(known.siteUrl()))
                .map(SiteAddress::cookiePath)
                .orElse(null);
    }
}
