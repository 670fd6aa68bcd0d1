package io.foxden.testkit.fault;

import java.util.Locale;

/** What the authorization endpoint does with a request that is in order. */
public enum Consent {
    /** Shows the page with the buttons. */
    ASK,
    /** Goes back at once with a code. */
    APPROVE,
    /** Goes back at once with {@code access_denied}. */
    DENY;

    /** The name in JSON: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
