package io.foxden.servlet.exchange;

import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import java.net.URI;
import java.util.Locale;

/**
 * How the browser reached us, as far as it can be believed.
 *
 * @param client address of the client, or of the nearest proxy that is not trusted
 * @param scheme {@code http} or {@code https}
 * @param authority host, and the port where it is not the scheme's own, in lower case
 */
public record Reached(String client, String scheme, String authority) {
    public boolean https() {
        return scheme.equals("https");
    }

    /**
     * The public address of the application, as this request shows it.
     *
     * @throws OperatorException BAD_REQUEST where the Host header cannot stand in an address
     */
    public URI siteUrl(String contextPath) {
        try {
            return URI.create(scheme + "://" + authority + contextPath);
        } catch (IllegalArgumentException e) {
            throw Parameters.bad(Message.of("servlet/exchange/host").with("host", FormText.shown(authority)));
        }
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

    static String authority(String scheme, String host) {
        String plain = host.strip().toLowerCase(Locale.ROOT);
        String own = scheme.equals("https") ? ":443" : ":80";
        return plain.endsWith(own) ? plain.substring(0, plain.length() - own.length()) : plain;
    }
}
