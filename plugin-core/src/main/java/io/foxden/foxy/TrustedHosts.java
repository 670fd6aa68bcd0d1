package io.foxden.foxy;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * The hosts that requests may go to, whatever a link says: the one of the API home, and in production its twin (Foxy:
 * "Endpoints": one service, two hosts). Immutable.
 */
public final class TrustedHosts {
    /** Links may point at the older name although the home was reached under the newer, and the other way round. */
    private static final Set<String> TWINS = Set.of("https://api.foxy.io:443", "https://api.foxycart.com:443");

    private final Set<String> origins;

    /** @throws IllegalArgumentException if the API's address is not an absolute http or https URI */
    public TrustedHosts(URI apiUrl) {
        String home = origin(apiUrl);
        if (home.isEmpty()) {
            throw new IllegalArgumentException("Not an http or https address of a host: " + apiUrl);
        }
        this.origins = TWINS.contains(home) ? TWINS : Set.of(home);
    }

    /** Whether scheme, host and port are those of the API, and nothing is hidden before the host. */
    public boolean trusts(URI uri) {
        return origins.contains(origin(uri));
    }

    /** Scheme, host and port (RFC 6454, section 6.1); empty where it is none, or something stands before the host. */
    private static String origin(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return "";
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : usualPort(scheme);
        return port < 0 ? "" : scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** 80 or 443; -1 for any other scheme, which is never Foxy's. */
    private static int usualPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> -1;
        };
    }
}
