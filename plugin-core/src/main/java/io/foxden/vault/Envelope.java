package io.foxden.vault;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sealed value as one line of text: {@code v1.KEY_ID.NONCE.CIPHERTEXT}, the last two as base64url without padding (RFC
 * 4648, section 5).
 *
 * @param keyId which key sealed it
 * @param nonce 96 bits, used once (NIST SP 800-38D, section 8.2.2)
 * @param ciphertext with the authentication tag of 128 bits at its end
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in one breath, compared nowhere
record Envelope(String keyId, byte[] nonce, byte[] ciphertext) {
    static final String VERSION = "v1";
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final Pattern FORM =
            Pattern.compile("v1\\.([A-Za-z0-9]{8,32})\\.([A-Za-z0-9_-]{16})\\.([A-Za-z0-9_-]{22,})");
    private static final Pattern LATER = Pattern.compile("v[0-9]{1,4}\\..*");

    /** Empty if the text is not exactly what {@link #text()} gives for some envelope. */
    static Optional<Envelope> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (text.length() > MOST_CHARACTERS || !parts.matches()) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            Envelope envelope =
                    new Envelope(parts.group(1), decoder.decode(parts.group(2)), decoder.decode(parts.group(3)));
            // the decoder passes over bits that belong to no byte: one value would have several texts
            return Optional.of(envelope).filter(read -> read.text().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it seems to be an envelope of a version that this code does not know. */
    static boolean ofOtherVersion(String text) {
        return LATER.matcher(text).matches() && !text.startsWith(VERSION + ".");
    }

    String text() {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return String.join(".", VERSION, keyId, encoder.encodeToString(nonce), encoder.encodeToString(ciphertext));
    }
}
