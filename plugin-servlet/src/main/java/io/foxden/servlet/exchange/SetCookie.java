package io.foxden.servlet.exchange;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A cookie as our answers set it (RFC 6265, section 4.1): never to be read by scripts.
 *
 * @param path null where the browser is to take that of the address it asked for, without the last segment (RFC 6265,
 *     section 5.1.4), whatever a proxy makes of it
 * @param maxAge zero removes it
 * @param sameSite {@code Lax} where a person must come back from Foxy with it, else {@code Strict}
 */
public record SetCookie(
        String name, String value, @Nullable String path, Duration maxAge, boolean secure, String sameSite) {
    /** The same cookie, taken away. */
    public SetCookie removed() {
        return new SetCookie(name, "", path, Duration.ZERO, secure, sameSite);
    }

    String header() {
        return name + "=" + value + (path == null ? "" : "; Path=" + path) + "; Max-Age=" + maxAge.toSeconds()
                + "; HttpOnly; SameSite=" + sameSite + (secure ? "; Secure" : "");
    }

    @Override
    public String toString() {
        return "SetCookie[" + name + "]";
    }
}
