package io.foxden.servlet.exchange;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cookie as our answers set it (RFC 6265, section 4.1): never to be read by scripts. A secure one is sent with a prefix
 * to its name, by which browsers take it from https only, and one for the whole host from that host only (RFC 6265bis,
 * section 4.1.3).
 *
 * @param name without a prefix
 * @param path null where the browser is to take that of the address it asked for, without the last segment (RFC 6265,
 *     section 5.1.4), whatever a proxy makes of it
 * @param maxAge zero removes it
 * @param sameSite {@code Lax} where a person must come back from Foxy with it, else {@code Strict}
 */
public record SetCookie(
        String name, String value, @Nullable String path, Duration maxAge, boolean secure, String sameSite) {
    private static final String OF_HOST = "__Host-";
    private static final String SECURE = "__Secure-";

    /** The names under which a cookie may come back, those first that are the harder to forge. */
    static List<String> names(String name) {
        return List.of(OF_HOST + name, SECURE + name, name);
    }

    /** The same cookie, taken away. */
    public SetCookie removed() {
        return new SetCookie(name, "", path, Duration.ZERO, secure, sameSite);
    }

    String header() {
        return sentName() + "=" + value + (path == null ? "" : "; Path=" + path) + "; Max-Age=" + maxAge.toSeconds()
                + "; HttpOnly; SameSite=" + sameSite + (secure ? "; Secure" : "");
    }

    private String sentName() {
        return secure ? ("/".equals(path) ? OF_HOST : SECURE) + name : name;
    }

    @Override
    public String toString() {
        return "SetCookie[" + name + "]";
    }
}
