package io.foxden.servlet.exchange;

import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the browser reached us, as far as it can be believed.
 *
 * @param peer the address that the request came from
 * @param client address of the client, or of the nearest proxy that is not trusted
 * @param scheme {@code http} or {@code https}
 * @param authority host, and the port where it is not the scheme's own, in lower case
 * @param prefix the path that a trusted proxy says stands for the application's own; null where none does
 * @param unheard what proxies said that was not believed
 */
public record Reached(
        String peer,
        String client,
        String scheme,
        String authority,
        @Nullable String prefix,
        Unheard unheard) {
    public boolean https() {
        return scheme.equals("https");
    }

    /**
     * The public address of the application, as this request shows it.
     *
     * @param contextPath as the server has it
     * @throws OperatorException BAD_REQUEST where the Host header cannot stand in an address
     */
    public URI siteUrl(String contextPath) {
        try {
            return URI.create(origin() + (prefix == null ? contextPath : prefix));
        } catch (IllegalArgumentException e) {
            throw Parameters.bad(Message.of("servlet/exchange/host").with("host", FormText.shown(authority)));
        }
    }

    String origin() {
        return scheme + "://" + authority;
    }

    /** Whether an Origin header (RFC 6454, section 7) names the host and port that this request was sent to. */
    public boolean isAt(String origin) {
        int end = origin.indexOf("://");
        if (end < 0) {
            return false; // "null": a page that hides where it is from
        }
        String itsScheme = origin.substring(0, end).toLowerCase(Locale.ROOT);
        return authority(itsScheme, origin.substring(end + 3)).equals(authority(itsScheme, authority));
    }

    /** Whether it names that host, or one that the proxies before us say is theirs. */
    public boolean isOwn(String origin) {
        int end = origin.indexOf("://");
        String itsScheme = end < 0 ? "" : origin.substring(0, end).toLowerCase(Locale.ROOT);
        return isAt(origin) || (end >= 0 && unheard.names(itsScheme, authority(itsScheme, origin.substring(end + 3))));
    }

    private static String authority(String scheme, String host) {
        String plain = host.strip().toLowerCase(Locale.ROOT);
        String own = scheme.equals("https") ? ":443" : ":80";
        return plain.endsWith(own) ? plain.substring(0, plain.length() - own.length()) : plain;
    }
}
