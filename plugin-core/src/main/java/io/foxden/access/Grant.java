package io.foxden.access;

import io.foxden.secret.Digest;
import io.foxden.store.Fields;
import io.foxden.store.Term;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;

/**
 * That whoever knows a random text may do something for a while; the text itself is not kept.
 *
 * @param sha256 of the text
 */
record Grant(String sha256, Term term) {
    static Grant of(String text, Term term) {
        return new Grant(Digest.sha256(text), term);
    }

    /** @param usual how long all of its kind hold good */
    static Grant read(Fields fields, Duration usual) {
        return new Grant(fields.required("sha256"), Term.read(fields, usual));
    }

    Fields fields() {
        return term.in(Fields.none().with("sha256", sha256));
    }

    /** In constant time. */
    boolean isFor(String hash) {
        return MessageDigest.isEqual(
                sha256.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
