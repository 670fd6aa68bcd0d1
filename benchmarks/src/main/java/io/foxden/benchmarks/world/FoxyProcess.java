package io.foxden.benchmarks.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.foxden.benchmarks.harness.Fork;
import io.foxden.testkit.SandboxMain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The testkit's sandbox in a process of its own, so that what it does is not counted as ours. Everybody gets consent. */
public final class FoxyProcess implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Fork process;
    private final FoxyAddress address;
    private final URI control;
    private final HttpClient http = HttpClient.newHttpClient();

    private FoxyProcess(Fork process, JsonNode printed) {
        this.process = process;
        this.address = new FoxyAddress(
                URI.create(printed.path("api_url").asText()),
                URI.create(printed.path("authorize_url").asText()));
        this.control = URI.create(printed.path("control_url").asText());
    }

    public static FoxyProcess start() throws IOException {
        Fork process = Fork.java(SandboxMain.class, List.of("--auto", "approve"));
        return new FoxyProcess(process, JSON.readTree(process.answer()));
    }

    public FoxyAddress address() {
        return address;
    }

    /** From now on each refresh takes this much longer. */
    public void delayRefreshes(Duration delay) throws IOException, InterruptedException {
        post("faults", """
                {"target": "token", "grant_type": "refresh_token", "effect": "delay", "moment": "before",
                 "milliseconds": %d, "times": "always"}""".formatted(delay.toMillis()));
    }

    /** How many requests came in that time, those of the owner's browser aside. */
    public int calls(Instant from, Instant to) throws IOException, InterruptedException {
        int calls = 0;
        for (JsonNode exchange : JSON.readTree(send(HttpRequest.newBuilder(control.resolve("journal"))))) {
            Instant at = Instant.parse(exchange.path("at").asText());
            boolean ours = !exchange.path("target").asText().equals("authorize");
            calls += ours && !at.isBefore(from) && !at.isAfter(to) ? 1 : 0;
        }
        return calls;
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(control.resolve(path)).POST(BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        process.close();
    }
}
