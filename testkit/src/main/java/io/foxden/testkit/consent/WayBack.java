package io.foxden.testkit.consent;

import io.foxden.testkit.account.Client;
import io.foxden.testkit.wire.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends the browser back to the registered redirect URI, keeping a query it may have (RFC 6749 section 3.1.2). */
final class WayBack {
    private WayBack() {}

    static Answer to(Client client, Map<String, String> parameters) {
        String uri = client.redirectUri();
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String join = !uri.contains("?") ? "?" : uri.endsWith("?") || uri.endsWith("&") ? "" : "&";
        return Answer.of(303)
                .withHeader("Location", uri + join + query)
                .withHeader("Cache-Control", "no-store")
                .withHeader("Referrer-Policy", "no-referrer");
    }
}
