package io.foxden.testkit.fault;

import java.util.Arrays;
import java.util.Locale;

/** What the authorization endpoint does with a request that is in order. */
public enum Consent {
    /** Shows the page with the buttons. */
    ASK,
    /** Goes back at once with a code. */
    APPROVE,
    /** Goes back at once with {@code access_denied}. */
    DENY;

    /** The name in JSON and on the command line: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The mode of that name.
     *
     * @throws IllegalArgumentException where there is none; the message lists all
     */
    public static Consent ofWord(String word) {
        return Arrays.stream(values())
                .filter(consent -> consent.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Consent is ask, approve or deny, not \"" + word + "\""));
    }
}
