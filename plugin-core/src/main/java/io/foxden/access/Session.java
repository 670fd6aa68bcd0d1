package io.foxden.access;

import io.foxden.secret.Secret;
import java.time.Instant;

/** An administrator session. */
public record Session(Secret token, Instant expiresAt) {}
