package io.foxden.testkit.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.foxden.testkit.account.Tokens;

/** Tokens as Foxy writes them. */
final class TokenJson {
    private TokenJson() {}

    /** @param expiryName the name of the lifetime in seconds */
    static ObjectNode of(Tokens tokens, String expiryName) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("access_token", tokens.accessToken())
                .put(expiryName, tokens.lifetime().toSeconds())
                .put("token_type", "Bearer")
                .put("scope", tokens.scope().text());
        if (tokens.refreshToken() != null) {
            json.put("refresh_token", tokens.refreshToken());
        }
        return json;
    }
}
