package io.foxden.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.foxden.testkit.hal.Json;
import io.foxden.testkit.wire.Call;
import io.foxden.testkit.wire.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a form or a JSON object as plain values by name. */
final class Fields {
    /** The body is not what its content type says. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    private Fields() {}

    static Map<String, Object> of(Call call) {
        if (call.mediaType().orElse("").equals("application/json")) {
            return object(call.body());
        }
        return new LinkedHashMap<>(form(call).asMap());
    }

    static Parameters form(Call call) {
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
