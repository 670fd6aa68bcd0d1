package io.foxden.hal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Plain data in and out: maps, lists, text, numbers, booleans, null. Safe for many threads. */
public final class Json {
    private Json() {}

    /**
     * Indented JSON with the keys in the map's order, for files and people.
     *
     * @throws IllegalArgumentException if there is anything else than plain data in it
     */
    public static String write(Map<String, ?> content) {
        try {
            return PlainData.indented(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is nothing but memory
        }
    }

    /**
     * The same in one line.
     *
     * @throws IllegalArgumentException if there is anything else than plain data in it
     */
    public static String line(Map<String, ?> content) {
        try {
            return PlainData.compact(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is nothing but memory
        }
    }

    /**
     * Compact JSON of a map, a record or any other value Jackson can write.
     *
     * @throws IllegalArgumentException if Jackson cannot write it
     */
    public static String encode(Object value) {
        try {
            return Jackson.Binding.MAPPER.writeValueAsString(value);
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
        try (JsonParser parser = Jackson.FACTORY.createParser(json)) {
            return PlainData.readObject(parser);
        } catch (JsonProcessingException e) {
            throw Jackson.malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is nothing but memory
        }
    }

    /** The value's content stays out of the message: it may hold secrets. */
    private static IllegalArgumentException unwritable(Object value, JsonProcessingException e) {
        String path = e instanceof JsonMappingException mapping ? mapping.getPathReference() : "";
        return new IllegalArgumentException(
                "A " + value.getClass().getName() + " cannot be written as JSON" + (path.isEmpty() ? "" : ": " + path));
    }
}
