package io.foxden.access;

import java.time.Instant;

/** A code that signs in once. */
public record LoginCode(String code, Instant expiresAt) {}
