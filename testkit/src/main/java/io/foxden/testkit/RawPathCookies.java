package io.foxden.testkit;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/**
 * Compares a cookie's path with the request's path as it is sent, as browsers do (RFC 6265, section 5.1.4). Java takes the
 * decoded one, so that a cookie for {@code /a%20b} would not come back.
 */
final class RawPathCookies extends CookieManager {
    RawPathCookies() {
        super(new PlainCookies(), null);
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
        return super.get(raw(uri), headers);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        super.put(raw(uri), headers);
    }

    /** An address whose decoded path is the raw path of this one. */
    private static URI raw(URI uri) {
        try {
            return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getRawPath(), null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(uri + " is not an address that cookies are kept for", e);
        }
    }
}
