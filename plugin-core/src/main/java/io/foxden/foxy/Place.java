package io.foxden.foxy;

import io.foxden.foreign.Foreign;
import java.net.URI;

/** An address, fit to be shown. */
final class Place {
    private static final int LENGTH = 300;

    private Place() {}

    /** Scheme, host and path, and of an address without a host the scheme: a query can hold what is nobody's business. */
    static String shown(URI uri) {
        if (uri.getRawAuthority() == null) {
            return Foreign.line(uri.getScheme() + ":", LENGTH);
        }
        // Also of a host whose name is none by the book, such as one with an underscore.
        String authority = uri.getRawAuthority().replaceFirst(".*@", "(hidden)@");
        return Foreign.line(uri.getScheme() + "://" + authority + uri.getRawPath(), LENGTH);
    }
}
