package io.foxden.servlet.exchange;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path below which everything is ours: context path and base path, compared with the request's path as it was sent.
 * Immutable.
 */
public final class Base {
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    private final ContextPath contextPath;
    private final String basePath;
    private final String prefix;

    /**
     * @param contextPath of the application: empty, or beginning with a slash
     * @param basePath below it: empty, so that the whole application is ours, or beginning with a slash
     */
    public Base(String contextPath, String basePath) {
        this.contextPath = ContextPath.of(contextPath);
        this.basePath = basePath;
        this.prefix = this.contextPath.text() + basePath;
    }

    /**
     * Whether a raw request path is ours to answer. Allocates nothing: every request of the host's own passes here.
     * Where the whole application is ours, the container has decided already, whatever the spelling.
     */
    public boolean owns(String rawPath) {
        if (basePath.isEmpty()) {
            return true;
        }
        int end = contextPath.endIn(rawPath);
        return end >= 0 && rawPath.startsWith(basePath, end) && endsSegment(rawPath, end + basePath.length());
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

    /**
     * What follows the prefix, without the parameters of its segments (RFC 3986, section 3.3), such as the session id that
     * a server writes into links. Where the prefix itself was spelt in a way of its own, the whole path, which is no address.
     */
    String pathOf(String rawPath) {
        int end = contextPath.endIn(rawPath);
        boolean ours = end >= 0 && rawPath.startsWith(basePath, end);
        String rest = ours ? rawPath.substring(end + basePath.length()) : rawPath;
        return rest.indexOf(';') < 0 ? rest : PARAMETERS.matcher(rest).replaceAll("");
    }

    /**
     * The context path in the address of a page of ours as a browser sees it, behind a proxy that may have put another
     * one there; empty where it cannot be told.
     */
    Optional<String> publicContextPath(String rawPath) {
        String path = PARAMETERS.matcher(rawPath).replaceAll("");
        if (!prefix.isEmpty() && (path + "/").startsWith(prefix + "/")) {
            return Optional.of(contextPath.text());
        }
        int ours = basePath.isEmpty() ? path.length() - 1 : (path + "/").lastIndexOf(basePath + "/");
        boolean page = !basePath.isEmpty() || path.endsWith("/");
        return page && ours >= 0 ? Optional.of(path.substring(0, ours)) : Optional.empty();
    }

    String contextPath() {
        return contextPath.text();
    }

    /** The path as the server has it, at least a slash. */
    public String path() {
        return prefix.isEmpty() ? "/" : prefix;
    }

    String lastSegment() {
        return prefix.substring(prefix.lastIndexOf('/') + 1);
    }
}
