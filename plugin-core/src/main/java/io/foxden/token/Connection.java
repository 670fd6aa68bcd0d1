package io.foxden.token;

import io.foxden.problem.Problem;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The consent of one store's owner, with its tokens, which stay sealed.
 *
 * @param version the record's version
 * @param clientKey whose it is: {@link io.foxden.registration.Client#key()}
 * @param grant tells one consent from the next
 * @param scope as granted, such as {@code store_full_access store_id_3200}
 */
public record Connection(
        long version,
        State state,
        String clientKey,
        String grant,
        String scope,
        @Nullable String storeName,
        @Nullable Instant connectedAt,
        @Nullable Instant refreshedAt,
        @Nullable Instant expiresAt,
        @Nullable String sealedAccessToken,
        @Nullable String sealedRefreshToken,
        @Nullable Problem problem) {

    private static final String STORE_ID = "store_id_";

    /** What became of the consent. */
    public enum State {
        CONNECTED,
        /** Foxy refuses the refresh token: {@link Connection#problem()} says why. */
        BROKEN,
        /** Given up here on purpose. */
        DISCONNECTED
    }

    /** The store the scope names (Foxy: {@code store_id_…} in the granted scope). */
    public Optional<String> storeId() {
        for (String word : scope.split(" ", -1)) {
            if (word.startsWith(STORE_ID)) {
                return Optional.of(word.substring(STORE_ID.length()));
            }
        }
        return Optional.empty();
    }

    /** The scope asked for, without the id Foxy adds. */
    public String baseScope() {
        return scope.split(" ", 2)[0];
    }

    public boolean connected() {
        return state == State.CONNECTED;
    }

    Connection broken(Problem why) {
        return new Connection(
                version,
                State.BROKEN,
                clientKey,
                grant,
                scope,
                storeName,
                connectedAt,
                refreshedAt,
                expiresAt,
                sealedAccessToken,
                sealedRefreshToken,
                why);
    }

    Connection disconnected() {
        return new Connection(
                version, State.DISCONNECTED, clientKey, grant, scope, null, null, null, null, null, null, null);
    }

    Connection named(String name) {
        return new Connection(
                version,
                state,
                clientKey,
                grant,
                scope,
                name,
                connectedAt,
                refreshedAt,
                expiresAt,
                sealedAccessToken,
                sealedRefreshToken,
                problem);
    }
}
