package io.foxden.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an integration does, step by step, for tests that begin somewhere in the middle. */
record Plugin(Sandbox sandbox, String clientId, String clientSecret, String redirectUri, String clientAccess) {
    static final String CALLBACK = "https://shop.example.com/foxden/callback";

    static Map<String, String> registration() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", "foxden_0123456789abcdefghijABCDEFGHIJ");
        fields.put("redirect_uri", CALLBACK);
        fields.put("project_name", "Foxden on shop.example.com");
        fields.put("company_name", "Example & Sons");
        fields.put("contact_name", "Eve Example");
        fields.put("contact_email", "eve@example.com");
        fields.put("contact_phone", "+1 555 0100");
        return fields;
    }

    static Plugin register(Sandbox sandbox) {
        return register(sandbox, registration());
    }

    static Plugin register(Sandbox sandbox, Map<String, String> fields) {
        Reply created = Caller.of(sandbox).form("POST", "/clients", fields);
        if (created.status() != 201) {
            throw new AssertionError(created.body());
        }
        return new Plugin(
                sandbox,
                created.text("/client_id"),
                created.text("/client_secret"),
                fields.getOrDefault("redirect_uri", ""),
                created.text("/token/access_token"));
    }

    Reply authorize(String scope) {
        return authorize(Map.of(
                "response_type", "code", "client_id", clientId, "scope", scope, "state", "state" + System.nanoTime()));
    }

    Reply authorize(Map<String, String> parameters) {
        return Caller.of(sandbox)
                .get(Caller.query(sandbox.authorizeUrl(), parameters).toString());
    }

    String code() {
        return authorize("store_full_access").wayBack().getOrDefault("code", "");
    }

    Reply exchange(String code) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirectUri));
    }

    Reply refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    Reply token(Map<String, String> fields) {
        return Caller.of(sandbox)
                .with("Accept", "application/json")
                .basic(clientId, clientSecret)
                .form("POST", "/token", fields);
    }

    Reply connect() {
        return exchange(code());
    }
}
