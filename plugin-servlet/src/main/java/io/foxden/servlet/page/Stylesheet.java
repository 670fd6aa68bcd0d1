package io.foxden.servlet.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one stylesheet, which stands in every page and is allowed there by its hash (CSP Level 3, section 2.3.1). */
public final class Stylesheet {
    static final String TEXT = read();
    private static final String SOURCE = "'sha256-" + hash(TEXT) + "'";

    private Stylesheet() {}

    /** What a content security policy must name for this stylesheet to count, and no other. */
    public static String source() {
        return SOURCE;
    }

    private static String read() {
        try (InputStream in = Stylesheet.class.getResourceAsStream("foxden.css")) {
            if (in == null) {
                throw new IllegalStateException("foxden.css is not packed beside " + Stylesheet.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
