package io.foxden.authorization;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of Foxy's consent page (RFC 6749, section 4.1.1; Foxy: all four parameters are required). */
final class AuthorizationRequest {
    private AuthorizationRequest() {}

    static URI of(URI endpoint, String clientId, String scope, String state) {
        String text = endpoint.toString();
        String separator = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(text + separator + "response_type=code" + parameter("client_id", clientId)
                + parameter("scope", scope) + parameter("state", state));
    }

    private static String parameter(String name, String value) {
        return "&" + name + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
