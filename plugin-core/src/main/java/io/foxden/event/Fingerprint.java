package io.foxden.event;

import io.foxden.secret.Digest;

/** By which somebody who knows a client's id recognises it, and nobody else learns it. */
public record Fingerprint(String text) {
    private static final int LENGTH = 12;

    public static Fingerprint of(String clientId) {
        return new Fingerprint(Digest.sha256(clientId).substring(0, LENGTH));
    }
}
