package io.foxden.testkit.hal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** JSON text and trees. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Empty where the text is not one whole JSON value. */
    public static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    public static String text(JsonNode node) {
        return node.toString();
    }

    /** A tree of strings, numbers, booleans, maps and lists as JSON. */
    public static JsonNode node(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The plain value of a scalar; the text of anything else. */
    public static Object plain(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNumber() ? node.numberValue() : node.isTextual() ? node.textValue() : node.toString();
    }
}
