package io.foxden.hal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Map;

/** Plain data in and out: maps, lists, text, numbers, booleans, null. Safe for many threads. */
public final class Json {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    /** Indented JSON with the keys in the map's order, for files and people. */
    public static String write(Map<String, ?> content) {
        try {
            return Jackson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw unwritable(content, e);
        }
    }

    /**
     * Compact JSON of a map, a record or any other value Jackson can write.
     *
     * @throws IllegalArgumentException if Jackson cannot write it
     */
    public static String encode(Object value) {
        try {
            return Jackson.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    /**
     * One JSON object, its keys in the order they stand in.
     *
     * @throws MalformedDocumentException if it is not one, is nested deeper than 100 levels, names a key twice, or
     *     something follows it
     */
    public static Map<String, Object> read(String json) throws MalformedDocumentException {
        try {
            Map<String, Object> content = Jackson.MAPPER.readValue(json, OBJECT);
            if (content == null) {
                throw new MalformedDocumentException("null where a JSON object belongs");
            }
            return content;
        } catch (JsonMappingException e) {
            throw new MalformedDocumentException("not a JSON object");
        } catch (JsonProcessingException e) {
            throw Jackson.malformed(e);
        }
    }

    /** The value's content stays out of the message: it may hold secrets. */
    private static IllegalArgumentException unwritable(Object value, JsonProcessingException e) {
        String path = e instanceof JsonMappingException mapping ? mapping.getPathReference() : "";
        return new IllegalArgumentException(
                "A " + value.getClass().getName() + " cannot be written as JSON" + (path.isEmpty() ? "" : ": " + path));
    }
}
