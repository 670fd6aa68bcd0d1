package io.foxden.demo;

import io.foxden.words.Message;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One step of the walk, done.
 *
 * @param name a stable word, such as {@code register}
 * @param text what happened, for people
 * @param facts what came of it, by name, in order
 */
public record WalkStep(String name, Message text, Map<String, String> facts, Duration took) {
    public WalkStep {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
