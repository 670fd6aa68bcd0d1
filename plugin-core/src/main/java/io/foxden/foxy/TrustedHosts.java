package io.foxden.foxy;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that requests may go to, whatever a link says: the one of the API home, and in production its twin (Foxy:
 * "Endpoints": one service, two hosts). Immutable.
 */
public final class TrustedHosts {
    /** Links may point at the older name although the home was reached under the newer, and the other way round. */
    private static final Set<Origin> TWINS =
            Set.of(new Origin("https", "api.foxy.io", 443), new Origin("https", "api.foxycart.com", 443));

    private final Set<Origin> origins;

    /** @throws IllegalArgumentException if the API's address is not an absolute http or https URI */
    public TrustedHosts(URI apiUrl) {
        Origin home = Origin.of(apiUrl);
        if (home == null) {
            throw new IllegalArgumentException("Not an http or https address of a host: " + apiUrl);
        }
        this.origins = TWINS.contains(home) ? TWINS : Set.of(home);
    }

    /** Whether scheme, host and port are those of the API, and nothing is hidden before the host. */
    public boolean trusts(URI uri) {
        Origin origin = Origin.of(uri);
        return origin != null && origins.contains(origin);
    }

    private record Origin(String scheme, String host, int port) {
        static @Nullable Origin of(URI uri) {
            if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
                return null;
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int port = uri.getPort() >= 0 ? uri.getPort() : usualPort(scheme);
            return port < 0 ? null : new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
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
}
