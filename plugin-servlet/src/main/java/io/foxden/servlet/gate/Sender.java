package io.foxden.servlet.gate;

import io.foxden.servlet.exchange.Request;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Which site's page sent a request, as the browser says. */
enum Sender {
    /** A page of this site. */
    OWN,
    /** Another site's page, or one that hides where it is from. */
    FOREIGN,
    /** The browser does not say, or it is no browser. */
    UNTOLD;

    /**
     * {@code Sec-Fetch-Site} decides where it is there (W3C Fetch Metadata): browsers send it over https and to
     * localhost, and it knows the true address behind every proxy. Else {@code Origin} must name our host. Its scheme does
     * not count: behind a proxy that ends TLS it differs from what we see.
     */
    static Sender of(Request request, Optional<URI> siteUrl) {
        Optional<String> site = request.header("Sec-Fetch-Site");
        if (site.isPresent()) {
            return site.get().equals("same-origin") || site.get().equals("none") ? OWN : FOREIGN;
        }
        return request.header("Origin")
                .map(origin -> request.reached().isOwn(origin)
                                || siteUrl.filter(url -> sameAuthority(url, origin))
                                        .isPresent()
                        ? OWN
                        : FOREIGN)
                .orElse(UNTOLD);
    }

    private static boolean sameAuthority(URI siteUrl, String origin) {
        return (siteUrl.getScheme() + "://" + siteUrl.getRawAuthority()).equals(origin.toLowerCase(Locale.ROOT));
    }
}
