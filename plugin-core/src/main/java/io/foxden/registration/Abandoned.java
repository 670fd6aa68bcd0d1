package io.foxden.registration;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client id that is no longer used here and may still exist at Foxy.
 *
 * @param apiUrl the Foxy at which it may exist; null where an earlier version did not set that down
 */
public record Abandoned(SealedId id, @Nullable URI apiUrl, Instant since, Reason reason) {
    /** Why an id was given up. */
    public enum Reason {
        /** Its answer never came, and asking again was refused: it may exist, its secret is lost. */
        ANSWER_LOST("answer_lost"),
        /** Foxy refused its credentials, and a new client took its place. */
        REFUSED("refused"),
        /** Another client worked, and took its place. */
        REPLACED("replaced"),
        /** The administrator forgot it on purpose. */
        RESET("reset");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Reason ofWord(String word) {
            for (Reason reason : values()) {
                if (reason.word.equals(word)) {
                    return reason;
                }
            }
            return ANSWER_LOST;
        }
    }
}
