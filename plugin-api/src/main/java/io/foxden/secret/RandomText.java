package io.foxden.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** Strong random text, from the random source it is given. Safe for many threads if the source is. */
public final class RandomText {
    private static final String ALPHANUMERICS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    /** Crockford's alphabet: no I, L, O, U, so that a code read aloud or typed is not mistaken. */
    private static final String TYPEABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random;

    public RandomText(SecureRandom random) {
        this.random = random;
    }

    /** So many characters, each evenly chosen from A-Z, a-z and 0-9. */
    public String alphanumerics(int length) {
        return pick(ALPHANUMERICS, length);
    }

    /** So many characters that are easy to type, without those that look alike; 5 bits each. */
    public String typeable(int length) {
        return pick(TYPEABLE, length);
    }

    /** 256 bits as 43 characters of base64url (RFC 4648, section 5), for states, tickets and sessions. */
    public String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String pick(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
