package io.foxden.testkit.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.foxden.testkit.hal.Json;
import io.foxden.testkit.wire.Call;
import io.foxden.testkit.wire.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a form or a JSON object as plain values by name. */
public final class Fields {
    /** The body is not what its content type says. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    private Fields() {}

    /**
     * The body of a request, by its content type; nulls of JSON left out.
     *
     * @throws Malformed where the body is not what its content type says
     */
    public static Map<String, Object> of(Call call) {
        if (call.mediaType().orElse("").equals("application/json")) {
            return object(call.body());
        }
        return new LinkedHashMap<>(form(call).asMap());
    }

    /**
     * The body read as a form whose parameters come once.
     *
     * @throws Malformed where it is none
     */
    public static Parameters form(Call call) {
        Parameters form;
        try {
            form = call.form();
        } catch (IllegalArgumentException e) {
            throw new Malformed("The form cannot be decoded: " + e.getMessage());
        }
        if (!form.repeated().isEmpty()) {
            throw new Malformed("These parameters came more than once: " + form.repeated());
        }
        return form;
    }

    private static Map<String, Object> object(String body) {
        if (body.isEmpty()) {
            return Map.of();
        }
        JsonNode node = Json.parse(body)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new Malformed("The body is not a JSON object"));
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties().forEach(property -> {
            if (!property.getValue().isNull()) {
                values.put(property.getKey(), Json.plain(property.getValue()));
            }
        });
        return values;
    }
}
