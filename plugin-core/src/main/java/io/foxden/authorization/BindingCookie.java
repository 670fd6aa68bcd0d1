package io.foxden.authorization;

import java.time.Duration;

/**
 * Binds one authorization request to the browser that began it: {@code HttpOnly}, {@code SameSite=Lax} (it must come
 * along when Foxy sends the browser back), {@code Secure} on https.
 */
public record BindingCookie(String name, String value, String path, Duration maxAge, boolean secure) {
    @Override
    public String toString() {
        return "BindingCookie[" + name + "]";
    }
}
