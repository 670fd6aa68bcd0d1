package io.foxden.token;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That somebody at Foxy said yes.
 *
 * @param grant tells one consent from the next
 * @param scope as granted, such as {@code store_full_access store_id_3200}
 * @param storeName null until it was read
 */
public record Consent(String grant, String scope, @Nullable String storeName, Instant connectedAt) {
    private static final String STORE_ID = "store_id_";

    /** The store the scope names (Foxy: {@code store_id_…} in the granted scope). */
    public Optional<String> storeId() {
        for (String word : scope.split(" ", -1)) {
            if (word.startsWith(STORE_ID)) {
                return Optional.of(word.substring(STORE_ID.length()));
            }
        }
        return Optional.empty();
    }

    /** Whether it is for one store, which then has a name. */
    public boolean ofStore() {
        return storeId().isPresent() || scope.startsWith("store");
    }

    Consent named(@Nullable String name) {
        return new Consent(grant, scope, name, connectedAt);
    }

    Consent granted(@Nullable String newScope) {
        return newScope == null ? this : new Consent(grant, newScope, storeName, connectedAt);
    }
}
