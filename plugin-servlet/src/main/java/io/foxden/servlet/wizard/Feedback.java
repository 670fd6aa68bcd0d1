package io.foxden.servlet.wizard;

import io.foxden.words.Message;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a button did, told on the page that the browser is sent to afterwards; in its address stands only the word. */
enum Feedback {
    REGISTERED,
    REFRESHED,
    DISCONNECTED,
    RESET,
    RESET_UNREAD;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is said for a word from an address; empty for any that is not ours. */
    static Optional<Message> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(done -> done.word().equals(word))
                .findFirst()
                .map(done -> Message.of("servlet/wizard/done." + done.word()));
    }
}
