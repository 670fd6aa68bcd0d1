package io.foxden;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The connected store.
 *
 * @param storeName null until it was read
 */
public record ConnectionStatus(
        String scope,
        @Nullable String storeId,
        @Nullable String storeName,
        Instant connectedAt,
        Instant accessTokenExpiresAt,
        Instant refreshedAt) {}
