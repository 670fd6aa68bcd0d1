package io.foxden.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reading one file of a record came to: an envelope, or trouble, or neither where there is no file.
 *
 * @param trouble what is wrong with it, as the end of a sentence
 */
record Reading(@Nullable Envelope envelope, @Nullable String trouble) {
    static Reading good(Envelope envelope) {
        return new Reading(envelope, null);
    }

    static Reading damaged(DamagedException e) {
        return new Reading(null, e.getMessage());
    }

    static Reading absent() {
        return new Reading(null, null);
    }

    Optional<Entry> entry(boolean recovered) {
        return Optional.ofNullable(envelope)
                .map(good -> new Entry(good.name(), good.version(), good.content(), recovered));
    }

    boolean isAbsent() {
        return envelope == null && trouble == null;
    }

    String why() {
        return trouble == null ? "it is not there" : trouble;
    }
}
