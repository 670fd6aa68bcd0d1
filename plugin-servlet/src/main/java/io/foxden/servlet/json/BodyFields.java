package io.foxden.servlet.json;

import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.servlet.exchange.Request;
import io.foxden.words.Message;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON object that a request brings; one without a body brings an empty one. Strict: a misspelt field is told. */
final class BodyFields {
    private final Map<String, Object> fields;

    private BodyFields(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** @throws OperatorException BAD_REQUEST where it is no JSON object, or has other fields than these */
    static BodyFields read(Request request, Set<String> known) throws IOException {
        String text = request.json();
        BodyFields body = new BodyFields(text.isBlank() ? Map.of() : parse(text));
        List<String> unknown = body.fields.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw bad(Message.of("servlet/json/unknown-fields")
                    .with("fields", unknown)
                    .with("known", known.stream().sorted().toList()));
        }
        return body;
    }

    private static Map<String, Object> parse(String text) {
        try {
            return Json.read(text);
        } catch (MalformedDocumentException e) {
            throw bad(Message.of("servlet/json/no-object").with("reason", e.reason()));
        }
    }

    /** @throws OperatorException BAD_REQUEST where it is there and not text */
    @Nullable
    String text(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw bad(Message.of("servlet/json/no-text").with("field", name));
    }

    /** @throws OperatorException BAD_REQUEST where it is there and neither true nor false */
    boolean flag(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw bad(Message.of("servlet/json/no-flag").with("field", name));
    }

    /** All texts but one field. */
    Map<String, String> textsBut(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String field : fields.keySet()) {
            String text = text(field);
            if (!field.equals(name) && text != null) {
                texts.put(field, text);
            }
        }
        return texts;
    }

    private static OperatorException bad(Message what) {
        return new OperatorException(Code.BAD_REQUEST, what);
    }
}
