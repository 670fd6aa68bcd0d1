package io.foxden.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the crash tests do to a store, one deed after the other, and what the records say after each. */
@SuppressWarnings("ImmutableEnumChecker") // the deeds are lambdas that hold nothing
enum Deeds {
    WRITE(store -> write(store, "kept", "new-1"), "new-1", "old"),
    MAKE(store -> write(store, "made", "first"), "new-1", "old"),
    WRITE_WITHOUT_TRACE(store -> forget(store, "kept", saying("new-2")), "new-2", "old"),
    ERASE(store -> erase(store, "erased"), "new-2", "");

    private final Consumer<Store> deed;
    private final String kept;
    private final String erased;

    Deeds(Consumer<Store> deed, String kept, String erased) {
        this.deed = deed;
        this.kept = kept;
        this.erased = erased;
    }

    /** Before all deeds. */
    static void prepare(Store store) {
        for (String name : List.of("kept", "erased")) {
            write(store, name, "older");
            write(store, name, "old");
        }
    }

    void doTo(Store store) {
        deed.accept(store);
    }

    /** What "kept", "made" and "erased" say after so many deeds. */
    static List<String> expected(int done) {
        if (done == 0) {
            return List.of("old", "", "old");
        }
        Deeds last = values()[done - 1];
        return List.of(last.kept, last.compareTo(MAKE) < 0 ? "" : "first", last.erased);
    }

    /** What they say now: their texts, empty for none. Fails if one of them cannot be read, or only an older version. */
    static List<String> found(Store store) {
        return List.of(text(store, "kept"), text(store, "made"), text(store, "erased"));
    }

    private static String text(Store store, String name) {
        Optional<Entry> entry = store.read(name);
        if (entry.map(Entry::recovered).orElse(false)) {
            throw new AssertionError("Record " + name + " had to be recovered");
        }
        return entry.map(found -> found.content().required("text")).orElse("");
    }

    static Fields saying(String text) {
        return Fields.none().with("text", text);
    }

    static Entry write(Store store, String name, String text) {
        return write(store, name, saying(text));
    }

    static Entry write(Store store, String name, Fields content) {
        return store.change(name, now -> Change.to(content)).orElseThrow();
    }

    /** Writes so that nothing is left of what was there. */
    static Entry forget(Store store, String name, Fields content) {
        return store.change(name, now -> Change.to(content).withoutTrace()).orElseThrow();
    }

    static void erase(Store store, String name) {
        assertThat(store.change(name, now -> Change.erased())).isEmpty();
    }

    /** What is wrong with the records, of whatever kind. */
    static List<Problem> warnings(Store store) {
        List<Problem> warnings = new ArrayList<>();
        store.examine(warnings::add, warnings::add);
        return warnings;
    }
}
