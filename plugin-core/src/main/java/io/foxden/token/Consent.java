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
 * @param namedAt when that was; null where it was not, or nobody knows
 */
public record Consent(
        String grant,
        String scope,
        @Nullable String storeName,
        @Nullable Instant namedAt,
        Instant connectedAt) {
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

    Consent named(@Nullable String name, @Nullable Instant at) {
        return new Consent(grant, scope, name, at, connectedAt);
    }

    /** With the name that is known from an earlier consent, if that was for the same store. */
    Consent namedLike(Consent earlier) {
        boolean same = storeId().isPresent() && storeId().equals(earlier.storeId());
        return same ? named(earlier.storeName, earlier.namedAt) : this;
    }

    Consent granted(@Nullable String newScope) {
        return newScope == null ? this : new Consent(grant, newScope, storeName, namedAt, connectedAt);
    }
}
