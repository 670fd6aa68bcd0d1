package io.foxden.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An answer of the sandbox, for assertions. */
record Reply(HttpResponse<String> response) {
    private static final JsonMapper MAPPER = new JsonMapper();

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        try {
            return MAPPER.readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + body(), e);
        }
    }

    String text(String pointer) {
        return json().at(pointer).asText();
    }

    String link(String rel) {
        return json().path("_links").path(rel).path("href").asText();
    }

    /** The query of the Location header. */
    Map<String, String> wayBack() {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : URI.create(header("Location")).getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
