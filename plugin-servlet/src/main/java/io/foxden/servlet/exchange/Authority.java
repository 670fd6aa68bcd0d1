package io.foxden.servlet.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Host and port as somebody wrote them, in lower case.
 *
 * @param port {@link #UNWRITTEN} where none was written, so that it follows from the scheme
 */
record Authority(String host, int port) {
    static final int UNWRITTEN = -1;

    private static final Pattern WRITTEN = Pattern.compile("(\\[[0-9a-f:.%]+]|[a-z0-9._-]+)(?::([0-9]{1,5}))?");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Empty for what is no host. */
    static Optional<Authority> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        return written.matches()
                ? Optional.of(new Authority(written.group(1), port(written.group(2))))
                : Optional.empty();
    }

    private static int port(@Nullable String digits) {
        return digits == null ? UNWRITTEN : Integer.parseInt(digits);
    }

    /**
     * As the server has it, which its own configuration may have told. The port that follows from the connector's scheme
     * counts only where the client wrote it: a proxy may have taken TLS away.
     */
    static Authority of(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean follows = port <= 0 || port == usual(request.getScheme());
        boolean written = Optional.ofNullable(request.getHeader("Host"))
                .flatMap(Authority::parse)
                .filter(host -> host.port == port)
                .isPresent();
        return new Authority(request.getServerName().toLowerCase(Locale.ROOT), follows && !written ? UNWRITTEN : port);
    }

    /** With this port where none was written; not with the one of the other scheme, which no browser uses. */
    Authority orPort(int told, String scheme) {
        boolean misplaced = told == (scheme.equals("https") ? HTTP : HTTPS);
        return port != UNWRITTEN || misplaced ? this : new Authority(host, told);
    }

    /** As it stands in an address of this scheme. */
    String in(String scheme) {
        return port == UNWRITTEN || port == usual(scheme) ? host : host + ":" + port;
    }

    private static int usual(String scheme) {
        return scheme.equalsIgnoreCase("https") ? HTTPS : HTTP;
    }
}
