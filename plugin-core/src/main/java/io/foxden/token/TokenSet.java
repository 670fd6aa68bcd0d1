package io.foxden.token;

import io.foxden.hal.HalDocument;
import io.foxden.secret.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
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
    /** What Foxy documents, for an answer that does not say. */
    private static final Duration DOCUMENTED_LIFETIME = Duration.ofHours(2);

    private static final long LONGEST_SECONDS = Duration.ofDays(366).toSeconds();

    /** Empty if the document is not a grant of a bearer token. */
    static Optional<TokenSet> read(HalDocument document) {
        Optional<String> accessToken = document.text("access_token").filter(text -> !text.isEmpty());
        boolean bearer = document.text("token_type")
                .map(type -> type.toLowerCase(Locale.ROOT).equals("bearer"))
                .orElse(true);
        if (accessToken.isEmpty() || !bearer) {
            return Optional.empty();
        }
        return Optional.of(new TokenSet(
                Secret.of(accessToken.get()),
                document.text("refresh_token")
                        .filter(text -> !text.isEmpty())
                        .map(Secret::of)
                        .orElse(null),
                document.text("scope").filter(text -> !text.isBlank()).orElse(null),
                lifetime(document)));
    }

    /** {@code expires_in} in samples and SDKs, {@code access_token_expires} in the prose of Foxy's documentation. */
    private static Duration lifetime(HalDocument document) {
        OptionalLong seconds = document.number("expires_in");
        if (seconds.isEmpty()) {
            seconds = document.number("access_token_expires");
        }
        if (seconds.isEmpty() || seconds.getAsLong() < 0) {
            return DOCUMENTED_LIFETIME;
        }
        return Duration.ofSeconds(Math.min(seconds.getAsLong(), LONGEST_SECONDS));
    }
}
