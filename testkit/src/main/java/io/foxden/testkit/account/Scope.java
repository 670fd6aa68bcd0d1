package io.foxden.testkit.account;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token opens.
 *
 * @param id of the store or user it is limited to; null where a request left it open, and for a client
 */
public record Scope(Kind kind, @Nullable Integer id) {

    /** Foxy's three kinds of access. */
    public enum Kind {
        CLIENT("client_full_access", null),
        USER("user_full_access", "user_id_"),
        STORE("store_full_access", "store_id_");

        private final String word;
        private final @Nullable String idPrefix;

        Kind(String word, @Nullable String idPrefix) {
            this.word = word;
            this.idPrefix = idPrefix;
        }
    }

    public static Scope client() {
        return new Scope(Kind.CLIENT, null);
    }

    public static Scope store(int id) {
        return new Scope(Kind.STORE, id);
    }

    public static Scope user(int id) {
        return new Scope(Kind.USER, id);
    }

    /** Reads {@code store_full_access}, {@code store_full_access store_id_3200} and the like; empty where it is none. */
    public static Optional<Scope> parse(String text) {
        List<String> words = List.of(text.strip().split(" +"));
        for (Kind kind : Kind.values()) {
            if (words.get(0).equals(kind.word)) {
                return words.size() == 1 ? Optional.of(new Scope(kind, null)) : limited(kind, words);
            }
        }
        return Optional.empty();
    }

    private static Optional<Scope> limited(Kind kind, List<String> words) {
        String prefix = kind.idPrefix;
        if (prefix == null || words.size() != 2 || !words.get(1).matches(prefix + "[0-9]{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(new Scope(kind, Integer.valueOf(words.get(1).substring(prefix.length()))));
    }

    /** As Foxy writes it: {@code store_full_access store_id_3200}. */
    public String text() {
        return id == null ? kind.word : kind.word + " " + kind.idPrefix + id;
    }
}
