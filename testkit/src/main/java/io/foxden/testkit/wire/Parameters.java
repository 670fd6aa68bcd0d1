package io.foxden.testkit.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decoded {@code application/x-www-form-urlencoded} parameters, of a query or of a form body. Immutable. */
public final class Parameters {
    private static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Parameters none() {
        return NONE;
    }

    /**
     * Reads an encoded query or form.
     *
     * @throws IllegalArgumentException where a percent escape is malformed
     */
    public static Parameters parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
            }
        }
        return new Parameters(Collections.unmodifiableMap(values));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The first value of that name. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).map(list -> list.get(0));
    }

    /** The first value of that name where it is not blank. */
    public Optional<String> filled(String name) {
        return get(name).filter(value -> !value.isBlank());
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** Names that came more than once: RFC 6749 section 3.1 and 3.2 forbid that for OAuth parameters. */
    public Set<String> repeated() {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** First values by name, in the order they came. */
    public Map<String, String> asMap() {
        Map<String, String> first = new LinkedHashMap<>();
        values.forEach((name, list) -> first.put(name, list.get(0)));
        return first;
    }
}
