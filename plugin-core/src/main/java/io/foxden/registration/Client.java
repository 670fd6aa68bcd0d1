package io.foxden.registration;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client this installation is known as at Foxy. Id and secret stay sealed; {@link ClientJournal#credentials} opens them.
 *
 * @param slot the place they are sealed for
 * @param key a fingerprint of the client id, by which a connection tells whose it is without opening anything
 * @param apiUrl the Foxy that knows this client: its credentials go there and nowhere else
 * @param refusedAt since when Foxy refuses this client's credentials; null while it accepts them
 */
public record Client(
        Slot slot,
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

    public SealedId id() {
        return new SealedId(slot.id(), sealedId);
    }

    Client with(ClientAuthentication method) {
        return new Client(
                slot, key, sealedId, sealedSecret, redirectUri, apiUrl, authorizeUrl, registeredAt, method, refusedAt);
    }

    Client refusedSince(@Nullable Instant since) {
        return new Client(
                slot,
                key,
                sealedId,
                sealedSecret,
                redirectUri,
                apiUrl,
                authorizeUrl,
                registeredAt,
                authentication,
                since);
    }

    /** The same in another place, for which id and secret were sealed anew. */
    Client in(Slot place, String resealedId, String resealedSecret) {
        return new Client(
                place,
                key,
                resealedId,
                resealedSecret,
                redirectUri,
                apiUrl,
                authorizeUrl,
                registeredAt,
                authentication,
                refusedAt);
    }
}
