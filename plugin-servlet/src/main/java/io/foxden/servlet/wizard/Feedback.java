package io.foxden.servlet.wizard;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a button did, told on the page that the browser is sent to afterwards; in its address stands only the word. */
enum Feedback {
    REGISTERED("This site is registered at Foxy."),
    REFRESHED("A new access token was fetched."),
    DISCONNECTED("The tokens were forgotten."),
    RESET("The client and the tokens were forgotten."),
    RESET_UNREAD("The client and the tokens were forgotten. Something could not be read before; the log says what.");

    private final String sentence;

    Feedback(String sentence) {
        this.sentence = sentence;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sentence for a word from an address; null for any that is not ours. */
    static @Nullable String of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(done -> done.word().equals(word))
                .findFirst()
                .map(done -> done.sentence)
                .orElse(null);
    }
}
