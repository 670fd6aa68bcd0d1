package io.foxden.testkit.account;

import java.time.Instant;

/** What an access token opens, for whom, and until when. */
public record Access(String clientId, Scope scope, Instant expiresAt) {}
