package io.foxden.token;

import io.foxden.foreign.Foreign;
import io.foxden.hal.HalDocument;
import io.foxden.secret.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint grants (RFC 6749, section 5.1).
 *
 * @param refreshToken null where the answer carries none: the earlier one stays valid (RFC 6749, section 6)
 * @param scope as granted, such as {@code store_full_access store_id_3200}; null where the answer does not say
 */
public record TokenSet(
        Secret accessToken,
        @Nullable Secret refreshToken,
        @Nullable String scope,
        Duration lifetime) {
    /** The same, with the earlier refresh token where there came none. */
    TokenSet orRefreshToken(@Nullable Secret earlier) {
        return refreshToken == null ? new TokenSet(accessToken, earlier, scope, lifetime) : this;
    }

    /** Empty if the document is not a grant of a bearer token that can be one. */
    static Optional<TokenSet> read(HalDocument document) {
        boolean bearer = document.text("token_type")
                .map(type -> type.toLowerCase(Locale.ROOT).equals("bearer"))
                .orElse(true);
        return document.text("access_token")
                .flatMap(Foreign::secret)
                .filter(token -> bearer)
                .map(token -> new TokenSet(
                        token,
                        document.text("refresh_token").flatMap(Foreign::secret).orElse(null),
                        document.text("scope")
                                .map(String::strip)
                                .flatMap(Foreign::scope)
                                .orElse(null),
                        lifetime(document)));
    }

    /** {@code expires_in} in samples and SDKs, {@code access_token_expires} in the prose of Foxy's documentation. */
    private static Duration lifetime(HalDocument document) {
        return Foreign.lifetime(document.text("expires_in")
                .or(() -> document.text("access_token_expires"))
                .orElse(null));
    }
}
