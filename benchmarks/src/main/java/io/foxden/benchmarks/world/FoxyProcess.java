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
import java.util.ArrayList;
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

    /** When requests came, those of the owner's browser aside. */
    public List<Instant> calls() throws IOException, InterruptedException {
        List<Instant> calls = new ArrayList<>();
        for (JsonNode exchange : JSON.readTree(send(HttpRequest.newBuilder(control.resolve("journal"))))) {
            if (!exchange.path("target").asText().equals("authorize")) {
                calls.add(Instant.parse(exchange.path("at").asText()));
            }
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
