package io.foxden.store;

import io.foxden.words.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reading one file of a record came to: a record, or trouble, or neither where there is no file.
 *
 * @param trouble what is wrong with it, as the end of a sentence
 */
record Reading(@Nullable RecordText text, @Nullable Message trouble) {
    static Reading good(RecordText text) {
        return new Reading(text, null);
    }

    static Reading damaged(DamagedException e) {
        return new Reading(null, e.why());
    }

    static Reading absent() {
        return new Reading(null, null);
    }

    Optional<Entry> entry(boolean recovered) {
        return Optional.ofNullable(text).map(good -> new Entry(good.name(), good.version(), good.content(), recovered));
    }

    boolean isAbsent() {
        return text == null && trouble == null;
    }

    Message why() {
        return trouble == null ? Message.of("store/damaged.absent") : trouble;
    }
}
