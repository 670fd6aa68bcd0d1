package io.foxden.benchmarks.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Objects;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Foxy by Spring's RestClient over {@code java.net.http}. */
public final class RestClientFoxy {
    private final RestClient client = RestClient.builder()
            .requestFactory(new JdkClientHttpRequestFactory(
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()))
            .defaultHeader("FOXY-API-VERSION", "1")
            .defaultHeader("Accept", "application/hal+json")
            .build();

    public JsonNode get(URI address, String token) {
        return Objects.requireNonNull(client.get()
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .retrieve()
                .body(JsonNode.class));
    }
}
