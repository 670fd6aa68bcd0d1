package io.foxden.testkit.journal;

import java.util.Locale;

/** How a request said who it is. */
public enum Credentials {
    NONE,
    BASIC,
    BODY,
    BEARER;

    /** The name in JSON: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
