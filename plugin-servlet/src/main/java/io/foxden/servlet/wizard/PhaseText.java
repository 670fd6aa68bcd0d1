package io.foxden.servlet.wizard;

import io.foxden.Phase;
import io.foxden.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * How a phase is told to people.
 *
 * @param mood a class of the stylesheet
 * @param lead what it means; null where the heading says it all
 */
record PhaseText(
        String word, String mood, String heading, @Nullable String lead) {
    /** The same while a setting or a key keeps anything from being changed. */
    PhaseText blocked(Words words) {
        return new PhaseText(word, mood, heading, words.text("servlet/wizard/blocked"));
    }

    static PhaseText of(Phase phase, Words words) {
        String name = phase.word();
        boolean plain = phase == Phase.CONNECTED || phase == Phase.BROKEN;
        return new PhaseText(
                words.text("servlet/wizard/state." + name),
                mood(phase),
                words.text("servlet/wizard/heading." + name),
                plain ? null : words.text("servlet/wizard/lead." + name));
    }

    private static String mood(Phase phase) {
        return switch (phase) {
            case NEW -> "";
            case REGISTERING, REGISTERED, DISCONNECTED -> "note";
            case CONNECTED -> "good";
            case BROKEN -> "bad";
        };
    }
}
