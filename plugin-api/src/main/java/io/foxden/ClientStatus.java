package io.foxden;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The client this installation is known as.
 *
 * @param clientId null where the vault key to open it is missing
 */
public record ClientStatus(@Nullable String clientId, URI redirectUri, Instant registeredAt) {}
