package io.foxden.servlet.page;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title without the product's name
 * @param home the way to {@code /} below the base path, relative to the page's own address
 * @param signOut the form token of a session that can be ended; null for whoever has none
 */
public record Frame(String title, String home, @Nullable String signOut) {
    /** A frame for somebody who has no session. */
    public static Frame of(String title, String home) {
        return new Frame(title, home, null);
    }

    /** The style, as it stands in the page. */
    public String stylesheet() {
        return Stylesheet.TEXT;
    }
}
