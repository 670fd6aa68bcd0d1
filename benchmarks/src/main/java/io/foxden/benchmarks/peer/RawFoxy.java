package io.foxden.benchmarks.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Foxy by {@code java.net.http} and Jackson alone: no retry, no bound, no refresh. */
public final class RawFoxy {
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Without a token. */
    public JsonNode get(URI address) throws IOException, InterruptedException {
        return send(request(address));
    }

    public JsonNode get(URI address, String token) throws IOException, InterruptedException {
        return send(request(address).header("Authorization", "Bearer " + token));
    }

    public JsonNode post(URI address, String token, Object body) throws IOException, InterruptedException {
        return send(request(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
    }

    /** Without a token, as a registration is. */
    public JsonNode post(URI address, Object body) throws IOException, InterruptedException {
        return send(request(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
    }

    public static URI link(JsonNode document, String rel) {
        return URI.create(document.path("_links").path(rel).path("href").asText());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("FOXY-API-VERSION", "1").header("Accept", "application/hal+json");
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return json.readTree(
                http.send(request.build(), BodyHandlers.ofByteArray()).body());
    }
}
