package io.foxden.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a consent gave us to show, sealed.
 *
 * @param refreshToken null where Foxy gave none: then it ends with the access token
 * @param obtainedAt when the access token came
 * @param expiresAt when the access token ends, by the clock that it came under
 * @param brief how many access tokens in a row were granted for less than a minute, this one included
 * @param refusals how many access tokens Foxy refused within their lifetime lately
 */
public record SealedTokens(
        String accessToken,
        @Nullable String refreshToken,
        Instant obtainedAt,
        Instant expiresAt,
        int brief,
        Refusals refusals) {
    public boolean refreshable() {
        return refreshToken != null;
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
