package io.foxden.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One request of a script: no cookies but those given, no redirect followed. */
final class Call {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI address;
    private final List<String> headers = new ArrayList<>();
    private String method = "GET";
    private BodyPublisher body = BodyPublishers.noBody();

    private Call(URI address) {
        this.address = address;
    }

    static Call to(WebServer server, String path) {
        return new Call(server.address(path));
    }

    static Call at(URI address) {
        return new Call(address);
    }

    /** By a host name that leads to the same server. */
    static Call byAnotherName(WebServer server, String path) {
        return new Call(URI.create(server.address(path).toString().replace("127.0.0.1", "localhost")));
    }

    Call with(String header, String value) {
        headers.add(header);
        headers.add(value);
        return this;
    }

    Call asAdministrator() {
        return with("Authorization", "Bearer " + WebServer.ADMIN_TOKEN);
    }

    Call inSession(String token) {
        return with("Cookie", "foxden_session=" + token);
    }

    Call form(String encoded) {
        return body("application/x-www-form-urlencoded", encoded);
    }

    Call json(String document) {
        return body("application/json", document);
    }

    Call body(String type, String text) {
        body = BodyPublishers.ofString(text);
        return with("Content-Type", type);
    }

    HttpResponse<String> get() {
        return send("GET");
    }

    HttpResponse<String> post() {
        return send("POST");
    }

    HttpResponse<String> send(String verb) {
        method = verb;
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return HTTP.send(request.method(method, body).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
