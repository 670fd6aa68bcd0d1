package io.foxden.authorization;

import java.net.URI;

/** The way to Foxy's consent page: set the cookie, redirect with 303. */
public record Departure(URI location, BindingCookie cookie) {
    @Override
    public String toString() {
        return "Departure[" + cookie + "]";
    }
}
