package io.foxden.dist.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** An administrator's script: the JSON API with the admin token. */
public final class Script {
    public record Answer(int status, JsonNode body) {
        /** The text at a JSON pointer (RFC 6901), empty where there is none. */
        public String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final JsonMapper json = new JsonMapper();
    private final URI api;
    private final String adminToken;
    private final Transcript transcript;

    public Script(URI api, String adminToken, Transcript transcript) {
        this.api = api;
        this.adminToken = adminToken;
        this.transcript = transcript;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    public Answer post(String path) throws IOException, InterruptedException {
        return post(path, "{}");
    }

    public Answer post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + adminToken);
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        transcript.add(request.method() + " " + request.uri(), response.body());
        return new Answer(response.statusCode(), json.readTree(response.body()));
    }
}
