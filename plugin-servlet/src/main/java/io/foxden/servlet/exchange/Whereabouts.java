package io.foxden.servlet.exchange;

import io.foxden.setting.BadValueException;
import io.foxden.setting.WebAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the browser itself says that it is: no proxy changes that. Told with forms, and over https with every step from
 * page to page.
 *
 * @param origin scheme, host, and the port where it is not the scheme's own
 * @param contextPath the application's path, as the browser sees it; null where it cannot be told
 */
record Whereabouts(String origin, @Nullable String contextPath) {
    private static final String SAME = "same-origin";

    /** Empty where the browser does not say, or another site's page sent it here. */
    static Optional<Whereabouts> of(HttpServletRequest request, Base base, Reached reached) {
        String fetch = request.getHeader("Sec-Fetch-Site");
        if (fetch != null && !fetch.equals(SAME)) {
            return Optional.empty();
        }
        URI referer = address(request.getHeader("Referer"));
        String said = request.getHeader("Origin");
        URI origin = said == null ? referer : address(said);
        boolean own = SAME.equals(fetch)
                || (origin != null && reached.isOwn(origin.getScheme() + "://" + origin.getRawAuthority()));
        return origin == null || !own ? Optional.empty() : of(origin, referer, base);
    }

    private static Optional<Whereabouts> of(URI origin, @Nullable URI referer, Base base) {
        Optional<String> text = text(origin);
        String path = referer != null && text(referer).equals(text)
                ? base.publicContextPath(referer.getRawPath()).orElse(null)
                : null;
        return text.map(known -> new Whereabouts(known, path));
    }

    /**
     * The application's public address; empty where a person would have been told that it cannot be one.
     *
     * @param otherwise its path, where the browser's cannot be told
     */
    Optional<URI> siteUrl(String otherwise) {
        try {
            return Optional.of(WebAddress.withoutSlash(origin + (contextPath == null ? otherwise : contextPath)));
        } catch (BadValueException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        return Authority.parse(String.valueOf(address.getRawAuthority())).map(host -> scheme + "://" + host.in(scheme));
    }

    private static @Nullable URI address(@Nullable String header) {
        try {
            return header == null ? null : URI.create(header);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
