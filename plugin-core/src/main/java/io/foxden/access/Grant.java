package io.foxden.access;

import io.foxden.secret.Digest;
import io.foxden.store.Fields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * That whoever knows a random text may do something for a while; the text itself is not kept.
 *
 * @param sha256 of the text
 */
record Grant(String sha256, Instant expiresAt) {
    static Grant of(String text, Instant expiresAt) {
        return new Grant(Digest.sha256(text), expiresAt);
    }

    static Grant read(Fields fields) {
        return new Grant(fields.required("sha256"), fields.instant("expires_at").orElse(Instant.EPOCH));
    }

    Fields fields() {
        return Fields.none().with("sha256", sha256).with("expires_at", expiresAt);
    }

    /** In constant time. */
    boolean isFor(String hash) {
        return MessageDigest.isEqual(
                sha256.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
