package io.foxden.dist.hosting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An answer as a stranger gets it.
 *
 * @param headers all but those that tell a time, or by it which deployment this is
 */
record FirstPage(int status, Map<String, String> headers, String body) {
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "last-modified", "etag", "expires", "set-cookie");

    static FirstPage at(URI address) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .timeout(Duration.ofMinutes(2))
                                .build(),
                        BodyHandlers.ofByteArray());
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_MOMENT.contains(name)) {
                headers.put(name, values.toString());
            }
        });
        // One character for each byte: the same text is the same bytes.
        return new FirstPage(response.statusCode(), headers, new String(response.body(), StandardCharsets.ISO_8859_1));
    }
}
