package io.foxden.access;

import io.foxden.secret.Secret;
import java.time.Instant;

/**
 * An administrator's session, told once to who opened it.
 *
 * @param token 256 random bits, known to the administrator's browser and nobody else
 * @param expiresAt when it ends, used or not
 */
public record Session(Secret token, Instant expiresAt) {}
