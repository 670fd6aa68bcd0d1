package io.foxden.meter;

import java.util.Locale;

/** How an attempt to refresh a token ended. */
public enum RefreshOutcome {
    /** There is a new token. */
    SUCCEEDED,
    /** No answer, or none that means anything. */
    FAILED,
    /** Foxy said no. */
    REFUSED;

    /** As in a tag. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
