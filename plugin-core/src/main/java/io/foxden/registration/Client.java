package io.foxden.registration;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The client this installation is known as at Foxy. Id and secret stay sealed; {@link ClientJournal#credentials} opens
 * them.
 *
 * @param key a fingerprint of the client id, by which a connection tells whose it is without opening anything
 * @param refusedAt since when Foxy refuses this client's credentials; null while it accepts them
 */
public record Client(
        String key,
        String sealedId,
        String sealedSecret,
        URI redirectUri,
        URI apiUrl,
        URI authorizeUrl,
        Instant registeredAt,
        ClientAuthentication authentication,
        @Nullable Instant refusedAt) {

    public boolean refused() {
        return refusedAt != null;
    }

    Client with(ClientAuthentication method) {
        return new Client(
                key, sealedId, sealedSecret, redirectUri, apiUrl, authorizeUrl, registeredAt, method, refusedAt);
    }

    Client refusedSince(@Nullable Instant since) {
        return new Client(
                key, sealedId, sealedSecret, redirectUri, apiUrl, authorizeUrl, registeredAt, authentication, since);
    }
}
