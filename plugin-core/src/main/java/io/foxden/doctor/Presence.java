package io.foxden.doctor;

import java.util.List;
import java.util.Optional;

/**
 * How Foxden is there in a web application.
 *
 * @param basePath where it answers below the application's context path; empty, or beginning with a slash
 * @param way by which it came in, to continue "Started by …"
 * @param jars where its classes lie on the application's class path, the one in use first; may grow. Empty where another
 *     process asks.
 */
public record Presence(String basePath, String way, List<String> jars) {
    /** What another process knows of it, which is what was remembered. */
    public static Optional<Presence> remembered(Optional<String> basePath, Optional<String> way) {
        return basePath.flatMap(path -> way.map(words -> new Presence(path, words, List.of())));
    }
}
