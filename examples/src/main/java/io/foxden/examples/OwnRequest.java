package io.foxden.examples;

import io.foxden.Foxden;
import io.foxden.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls Foxy with a client of its own; where the token is refused, once more with another one. */
final class OwnRequest {
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http = HttpClient.newHttpClient();

    String get(Foxden foxden, URI address) throws IOException, InterruptedException {
        Secret token = foxden.accessToken();
        HttpResponse<String> answer = send(address, token);
        if (answer.statusCode() == UNAUTHORIZED) {
            answer = send(address, foxden.renewedAccessToken(token));
        }
        return answer.body();
    }

    private HttpResponse<String> send(URI address, Secret token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("FOXY-API-VERSION", "1")
                .header("Authorization", "Bearer " + token.reveal())
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
