package io.foxden.access;

import io.foxden.secret.Digest;
import io.foxden.store.Expiry;
import io.foxden.store.Fields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/**
 * That whoever knows a random text may do something for a while; the text itself is not kept.
 *
 * @param sha256 of the text
 * @param idleAt when it ends unless it is used again before
 */
record Grant(String sha256, Instant expiresAt, Instant idleAt) {
    static Grant of(String text, Instant expiresAt, Instant idleAt) {
        return new Grant(Digest.sha256(text), expiresAt, idleAt);
    }

    /** One that is used once. */
    static Grant of(String text, Instant expiresAt) {
        return of(text, expiresAt, expiresAt);
    }

    static Grant read(Fields fields) {
        Instant expiresAt = fields.instant("expires_at").orElse(Instant.EPOCH);
        return new Grant(
                fields.required("sha256"), expiresAt, fields.instant("idle_at").orElse(expiresAt));
    }

    Fields fields() {
        return Fields.none()
                .with("sha256", sha256)
                .with("expires_at", expiresAt)
                .with("idle_at", idleAt);
    }

    /** @param longest that any of its kind can last */
    boolean holds(Duration longest, Instant now) {
        return Expiry.isAhead(expiresAt, longest, now) && Expiry.isAhead(idleAt, longest, now);
    }

    /** The same, used just now. */
    Grant usedUntil(Instant idle) {
        return new Grant(sha256, expiresAt, idle);
    }

    /** In constant time. */
    boolean isFor(String hash) {
        return MessageDigest.isEqual(
                sha256.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
