package io.foxden.testkit.journal;

import java.util.Locale;

/** How a request ended. */
public enum Ending {
    /** It is being worked on. */
    OPEN,
    /** Answered by the sandbox's own rules. */
    ANSWERED,
    /** Answered by a fault, in place of the true answer or with a changed one. */
    FALSIFIED,
    /** The connection was closed before anything was done. */
    DROPPED_BEFORE,
    /** The work was done and the connection closed without a whole answer. */
    DROPPED_AFTER;

    /** The name in JSON: lower case with underscores. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
