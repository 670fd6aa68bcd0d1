package io.foxden.servlet.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one script of the pages: it fills in the code of a login link, and takes it out of the address bar. */
final class LinkScript {
    static final String TEXT = read();

    private LinkScript() {}

    /** By which the Content-Security-Policy lets this script run, and no other. */
    static String source() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String read() {
        try (InputStream in = LinkScript.class.getResourceAsStream("sign-in.js")) {
            if (in == null) {
                throw new IllegalStateException("sign-in.js is not packed beside " + LinkScript.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
