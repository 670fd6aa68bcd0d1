package io.foxden.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A well-mannered client of the sandbox. Immutable. */
final class Caller {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Sandbox sandbox;
    private final Map<String, String> headers;
    private final Duration patience;

    private Caller(Sandbox sandbox, Map<String, String> headers, Duration patience) {
        this.sandbox = sandbox;
        this.headers = headers;
        this.patience = patience;
    }

    static Caller of(Sandbox sandbox) {
        return new Caller(
                sandbox, Map.of("FOXY-API-VERSION", "1", "Accept", "application/hal+json"), Duration.ofMinutes(1));
    }

    Caller with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Caller(sandbox, more, patience);
    }

    Caller without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Caller(sandbox, fewer, patience);
    }

    Caller waiting(Duration limit) {
        return new Caller(sandbox, headers, limit);
    }

    Caller bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Caller basic(String id, String secret) {
        String pair =
                URLEncoder.encode(id, StandardCharsets.UTF_8) + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return with(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    Reply get(String address) {
        return send("GET", address, "");
    }

    Reply form(String method, String address, Map<String, String> fields) {
        return with("Content-Type", FORM).send(method, address, encode(fields));
    }

    Reply json(String method, String address, String body) {
        return with("Content-Type", "application/json").send(method, address, body);
    }

    Reply send(String method, String address, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(sandbox.apiUrl().resolve(address))
                .timeout(patience)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static URI query(URI address, Map<String, String> parameters) {
        return URI.create(address + "?" + encode(parameters));
    }
}
