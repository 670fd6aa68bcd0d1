package io.foxden.setting;

import io.foxden.words.Message;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks addresses, and writes them in one form, so that equal ones are equal texts (RFC 3986, section 6.2). */
public final class WebAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern USER = Pattern.compile("//.*@");
    private static final Pattern CROOKED_PATH = Pattern.compile("//|(^|/)\\.{1,2}(/|$)|(?i:%2e|%2f|%5c)|;");
    private static final Pattern FOXYS_HOST = Pattern.compile("(.*\\.)?(foxy\\.io|foxycart\\.com)\\.?");
    private static final int HIGHEST_PORT = 65_535;

    private WebAddress() {}

    /** An address with perhaps a path, but no query and no fragment; scheme and host in lower case, no default port. */
    public static URI plain(String text) {
        URI uri = any(text);
        if (uri.getRawQuery() != null) {
            throw new BadValueException("setting/bad.query");
        }
        if (CROOKED_PATH.matcher(uri.getRawPath()).find()) {
            throw new BadValueException("setting/bad.crooked-path");
        }
        return uri;
    }

    /** An address of Foxy's, or of what stands in for it: Foxy's own hosts are reached over https only. */
    public static URI foxy(String text) {
        URI uri = plain(text);
        if (uri.getScheme().equals("http") && FOXYS_HOST.matcher(uri.getHost()).matches()) {
            throw new BadValueException("setting/bad.foxy-in-clear");
        }
        return uri;
    }

    /** Like {@link #plain}, without slashes at the end. */
    public static URI withoutSlash(String text) {
        String plain = plain(text).toString();
        return URI.create(plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain);
    }

    /** A host and a port and nothing else. */
    public static URI proxy(String text) {
        URI uri = withoutSlash(text);
        if (!uri.getScheme().equals("http") || uri.getRawPath().length() > 0) {
            throw new BadValueException("setting/bad.proxy");
        }
        return uri;
    }

    /** An address with a query or without. */
    static URI any(String text) {
        URI uri = parse(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new BadValueException("setting/bad.scheme");
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new BadValueException("setting/bad.user");
        }
        if (uri.getRawFragment() != null) {
            throw new BadValueException("setting/bad.fragment");
        }
        return URI.create(scheme + "://" + host(uri) + port(uri, scheme) + uri.getRawPath() + query(uri));
    }

    /** The text with whatever stands before an at sign hidden, fit for a message. */
    public static String withoutUser(String text) {
        return USER.matcher(text).replaceAll("//hidden@");
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new BadValueException(Message.of("setting/bad.address").with("reason", e.getReason()));
        }
    }

    private static String host(URI uri) {
        @Nullable String host = uri.getHost();
        if (host == null || !host.chars().allMatch(c -> c < 128)) {
            throw new BadValueException("setting/bad.host");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    private static String port(URI uri, String scheme) {
        int port = uri.getPort();
        if (port == 0 || port > HIGHEST_PORT) {
            throw new BadValueException(Message.of("setting/bad.port").with("most", HIGHEST_PORT));
        }
        boolean usual = port == (scheme.equals("http") ? 80 : 443);
        return port < 0 || usual ? "" : ":" + port;
    }

    private static String query(URI uri) {
        return uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    }
}
