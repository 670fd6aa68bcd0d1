package io.foxden.setting;

import java.util.Locale;

/** How the OAuth client comes to be. */
public enum Mode {
    /** Each installation registers a client of its own (Foxy: dynamic registration). */
    DISTRIBUTED;

    /** As in {@code foxden.mode} and in the status document. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String allowed() {
        return DISTRIBUTED.word();
    }

    public static Mode parse(String word) {
        if (word.equals(DISTRIBUTED.word())) {
            return DISTRIBUTED;
        }
        throw new BadValueException("setting/bad.mode");
    }
}
