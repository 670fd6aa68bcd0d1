package io.foxden.testkit.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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

    /**
     * The target of that name.
     *
     * @throws IllegalArgumentException where no target is called so; the message lists all
     */
    public static Target ofWord(String word) {
        return Arrays.stream(values())
                .filter(target -> target.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no target \"" + word + "\"; one of "
                        + Arrays.stream(values()).map(Target::word).collect(Collectors.joining(", "))));
    }
}
