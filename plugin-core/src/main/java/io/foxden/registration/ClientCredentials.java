package io.foxden.registration;

import io.foxden.secret.Secret;

/** A client's id and secret, opened: for one request, never to be kept. */
public record ClientCredentials(String clientId, Secret clientSecret) {}
