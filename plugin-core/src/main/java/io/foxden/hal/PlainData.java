package io.foxden.hal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps, lists, text, numbers, booleans and null, token by token. A host's start reads records of ours, and should not wait for
 * the five hundred classes with which the library binds objects.
 */
final class PlainData {
    private PlainData() {}

    /** @throws MalformedDocumentException if it is not one object and nothing else */
    static Map<String, Object> readObject(JsonParser parser) throws IOException, MalformedDocumentException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.VALUE_NULL) {
            throw new MalformedDocumentException("hal/null");
        }
        if (first != JsonToken.START_OBJECT) {
            throw new MalformedDocumentException("hal/no-object");
        }
        Map<String, Object> object = object(parser);
        if (parser.nextToken() != null) {
            throw new MalformedDocumentException("hal/several");
        }
        return object;
    }

    // A null in the document is a null in the map, which the type of a map of objects cannot say.
    @SuppressWarnings("NullAway")
    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    /** @throws IllegalArgumentException if there is something else in it, with its type */
    static String indented(Map<String, ?> content) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = Jackson.FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter());
            write(generator, content);
        }
        return VisibleJson.of(text.toString());
    }

    /** @throws IllegalArgumentException if there is something else in it, with its type */
    static String compact(Map<String, ?> content) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = Jackson.FACTORY.createGenerator(text)) {
            write(generator, content);
        }
        return VisibleJson.of(text.toString());
    }

    private static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                write(generator, entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            generator.writeStartArray();
            for (Object each : list) {
                write(generator, each);
            }
            generator.writeEndArray();
        } else if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            generator.writeObject(value);
        } else {
            throw new IllegalArgumentException("A " + value.getClass().getName() + " cannot be written as JSON");
        }
    }
}
