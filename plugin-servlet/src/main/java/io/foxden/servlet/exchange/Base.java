package io.foxden.servlet.exchange;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The path below which everything is ours: context path and base path, compared with the request's path as it was sent.
 * Immutable.
 */
public final class Base {
    private final String contextPath;
    private final String prefix;
    private final boolean wholeApplication;

    /**
     * @param contextPath of the application: empty, or beginning with a slash
     * @param basePath below it: empty, so that the whole application is ours, or beginning with a slash
     */
    public Base(String contextPath, String basePath) {
        this.contextPath = escaped(contextPath);
        this.prefix = this.contextPath + basePath;
        this.wholeApplication = basePath.isEmpty();
    }

    /**
     * Whether a raw request path is ours to answer. Allocates nothing: every request of the host's own passes here.
     * Where the whole application is ours, the container has decided already, whatever the spelling.
     */
    public boolean owns(String rawPath) {
        return wholeApplication || (rawPath.startsWith(prefix) && endsSegment(rawPath, prefix.length()));
    }

    /** A segment ends at a slash, also an escaped one, at a backslash that a careless host may turn, or at parameters. */
    private static boolean endsSegment(String path, int at) {
        if (path.length() == at) {
            return true;
        }
        char next = path.charAt(at);
        return next == '/'
                || next == ';'
                || next == '\\'
                || (next == '%'
                        && (path.regionMatches(true, at, "%2f", 0, 3) || path.regionMatches(true, at, "%5c", 0, 3)));
    }

    /** What follows the prefix; where the prefix itself was spelt in another way, the whole path, which is no address. */
    String pathOf(String rawPath) {
        return rawPath.startsWith(prefix) ? rawPath.substring(prefix.length()) : rawPath;
    }

    /** Servers tell a context path with a space or an umlaut as plain text; a browser sends it escaped (RFC 3986). */
    private static String escaped(String contextPath) {
        try {
            return contextPath.contains("%") ? contextPath : new URI(null, null, contextPath, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The context path '" + contextPath + "' is not a path", e);
        }
    }

    String contextPath() {
        return contextPath;
    }

    /** The path as a browser sees it, at least a slash; cookies are limited to it. */
    public String cookiePath() {
        return prefix.isEmpty() ? "/" : prefix;
    }

    String lastSegment() {
        return prefix.substring(prefix.lastIndexOf('/') + 1);
    }
}
