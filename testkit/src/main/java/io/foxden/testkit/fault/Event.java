package io.foxden.testkit.fault;

/** Something that happens at Foxy just before the request is worked on. */
public enum Event {
    /** Every grant is revoked: refresh tokens and their access tokens are gone. */
    REVOKE_GRANTS,
    /** Every client is deleted, with all it was given. */
    DELETE_CLIENTS,
    /** Every access token has expired. */
    EXPIRE_ACCESS_TOKENS
}
