package io.foxden.testkit.wire;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The header fields of a request: names without regard to case, repeated fields joined by a comma. Immutable. */
public final class Headers {
    private final Map<String, String> fields;

    private Headers(Map<String, String> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    public static Headers of(Map<String, String> fields) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, value) -> copy.merge(name, value, (a, b) -> a + ", " + b));
        return new Headers(copy);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public Headers without(String name) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(fields);
        copy.remove(name);
        return new Headers(copy);
    }

    /** Unmodifiable, sorted by name without regard to case. */
    public Map<String, String> asMap() {
        return fields;
    }
}
