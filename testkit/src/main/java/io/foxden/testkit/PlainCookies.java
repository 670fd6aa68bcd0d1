package io.foxden.testkit;

import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;

/**
 * Keeps cookies as browsers do, which send nothing but name and value (RFC 6265, section 4.2). Java takes a cookie with a
 * {@code Max-Age} for one of RFC 2965 and adds {@code $Version} and quotes, which newer servers do not understand.
 */
final class PlainCookies implements CookieStore {
    private static final int PLAIN = 0;

    private final CookieStore store = new CookieManager().getCookieStore();

    @Override
    public void add(URI uri, HttpCookie cookie) {
        cookie.setVersion(PLAIN);
        store.add(uri, cookie);
    }

    @Override
    public List<HttpCookie> get(URI uri) {
        return store.get(uri);
    }

    @Override
    public List<HttpCookie> getCookies() {
        return store.getCookies();
    }

    @Override
    public List<URI> getURIs() {
        return store.getURIs();
    }

    @Override
    public boolean remove(URI uri, HttpCookie cookie) {
        return store.remove(uri, cookie);
    }

    @Override
    public boolean removeAll() {
        return store.removeAll();
    }
}
