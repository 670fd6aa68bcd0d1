package io.foxden.http;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a connection ends: what answers there is one server, whatever the path. */
record Peer(boolean encrypted, String host, int port) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    static Peer of(URI uri) {
        boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
        int usual = encrypted ? HTTPS_PORT : HTTP_PORT;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        return new Peer(encrypted, uri.getHost().toLowerCase(Locale.ROOT), port);
    }

    /** What records bring for this keeps their class loader from being collected, in Java 17. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Peer peer && encrypted == peer.encrypted && port == peer.port && host.equals(peer.host);
    }

    @Override
    public int hashCode() {
        return host.hashCode() + port;
    }

    /** The host as the system's resolver and TLS take it: an IPv6 address without its brackets. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** With the port always, as {@code CONNECT} wants it. */
    String authority() {
        return host + ":" + port;
    }

    /** The value of {@code Host}, which names no usual port. */
    String hostHeader() {
        return port == (encrypted ? HTTPS_PORT : HTTP_PORT) ? host : authority();
    }
}
