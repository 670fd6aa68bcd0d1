package io.foxden.testkit.journal;

import java.util.Locale;

/** What a request was for. Faults are ordered for a target, and the journal lists it. */
public enum Target {
    HOME,
    CREATE_CLIENT,
    CLIENT,
    TOKEN,
    STORE,
    STORES,
    USER,
    CUSTOMERS,
    INTEGRATIONS,
    AUTHORIZE,
    /** Anything else: an address that does not exist. */
    NOTHING;

    /** The name in JSON: lower case with underscores. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
