package io.foxden.servlet.gate;

import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.page.Stylesheet;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What binds the browser on every answer of ours. HSTS is the host's matter: it speaks for the whole site. */
public final class SecurityHeaders {
    /** Foxy leads from one of its hosts to another while a person logs in. */
    private static final List<String> FOXY = List.of("https://*.foxy.io", "https://*.foxycart.com");

    private SecurityHeaders() {}

    public static Answer add(Answer answer) {
        return answer.with("Content-Security-Policy", policy(answer))
                .with("X-Content-Type-Options", "nosniff")
                .with("X-Frame-Options", "DENY")
                // not no-referrer: with that, browsers send "Origin: null" even to ourselves
                .with("Referrer-Policy", "same-origin")
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Cross-Origin-Resource-Policy", "same-origin")
                .with("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
                .with("Cache-Control", "no-store");
    }

    /** Chromium holds {@code form-action} against every address the form's answer redirects to as well. */
    private static String policy(Answer answer) {
        Set<String> actions = new LinkedHashSet<>();
        actions.add("'self'");
        for (URI target : answer.formTargets()) {
            actions.add(target.getScheme() + "://" + target.getRawAuthority());
            if (isFoxys(target)) {
                actions.addAll(FOXY);
            }
        }
        String script = answer.script().isEmpty() ? "" : "; script-src " + answer.script();
        return "default-src 'none'; style-src " + Stylesheet.source() + script + "; form-action "
                + String.join(" ", actions) + "; frame-ancestors 'none'; base-uri 'none'";
    }

    private static boolean isFoxys(URI target) {
        String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
        return host.endsWith(".foxy.io") || host.endsWith(".foxycart.com");
    }
}
