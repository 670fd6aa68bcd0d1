package io.foxden.doctor;

import io.foxden.words.Message;
import io.foxden.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How Foxden is there in a web application.
 *
 * @param basePath where it answers below the application's context path; empty, or beginning with a slash
 * @param way by which it came in: a stable word. What an earlier version remembered is a piece of an English sentence
 * @param jars where its classes lie on the application's class path, the one in use first; may grow. Empty where another
 *     process asks.
 */
public record Presence(String basePath, String way, List<String> jars) {
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,40}");

    /** What another process knows of it, which is what was remembered. */
    public static Optional<Presence> remembered(Optional<String> basePath, Optional<String> way) {
        return basePath.flatMap(path -> way.map(words -> new Presence(path, words, List.of())));
    }

    /** The way, to continue "Started by …". */
    Message wayInWords() {
        String key = "doctor/way." + way;
        return WORD.matcher(way).matches() && Words.english().knows(key) ? Message.of(key) : Message.asIs(way);
    }
}
