package io.foxden.testkit.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foxden.testkit.hal.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A JSON object whose fields are read one by one; a field nobody read is one too many. Not for several threads. */
final class Order {
    private final ObjectNode json;
    private final Set<String> unread = new TreeSet<>();

    /** @throws IllegalArgumentException where the text is no JSON object */
    Order(String text) {
        if (!(Json.parse(text).orElse(null) instanceof ObjectNode object)) {
            throw new IllegalArgumentException("The body must be a JSON object");
        }
        this.json = object;
        object.fieldNames().forEachRemaining(unread::add);
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    String text(String name, String otherwise) {
        JsonNode value = take(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " must be a string, not " + value);
        }
        return value.textValue();
    }

    String text(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text(name, "");
    }

    long number(String name, long otherwise) {
        JsonNode value = take(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || value.longValue() < 0) {
            throw new IllegalArgumentException(name + " must be a whole number, not " + value);
        }
        return value.longValue();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = take(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new IllegalArgumentException(name + " must be true or false, not " + value);
        }
        return value.asBoolean(otherwise);
    }

    /** The constant whose name, in lower case, stands there. */
    <E extends Enum<E>> E word(String name, Class<E> type, E otherwise) {
        return has(name) ? word(name, type) : otherwise;
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        String word = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(name + " must be one of " + words(type) + ", not " + word));
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    JsonNode take(String name) {
        unread.remove(name);
        return has(name) ? json.get(name) : MissingNode.getInstance();
    }

    /** @throws IllegalArgumentException where a field was not read */
    void finish() {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException("These fields mean nothing here: " + String.join(", ", unread));
        }
    }
}
