package io.foxden.doctor;

import java.util.Locale;

/** How a check ended. */
public enum Verdict {
    OK,
    /** It works, and somebody should look at it. */
    WARNING,
    FAILED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
