package io.foxden;

import java.util.Locale;

/** How far an installation has come. */
public enum Phase {
    /** Nothing done. */
    NEW,
    /** Registration was asked for, the answer is not known. */
    REGISTERING,
    /** A client of Foxy's; no consent yet. */
    REGISTERED,
    /** The store's owner has consented, and tokens are kept fresh. */
    CONNECTED,
    /** Foxy refuses our credentials, or they cannot be opened: {@link Status#problem()} says which. */
    BROKEN,
    /** Given up on purpose, client kept. */
    DISCONNECTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
