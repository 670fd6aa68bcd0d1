package io.foxden.foxy;

import io.foxden.foreign.Foreign;
import java.net.URI;

/** An address, fit to be shown. */
final class Place {
    private static final int LENGTH = 300;

    private Place() {}

    /** Scheme, host and path, and of an address without a host the scheme: a query can hold what is nobody's business. */
    static String shown(URI uri) {
        if (uri.getHost() == null) {
            return Foreign.line(uri.getScheme() + ":", LENGTH);
        }
        String user = uri.getRawUserInfo() == null ? "" : "(hidden)@";
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return Foreign.line(uri.getScheme() + "://" + user + uri.getHost() + port + uri.getRawPath(), LENGTH);
    }
}
