package io.foxden.servlet.gate;

import io.foxden.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that prove a form to be ours (OWASP: HMAC-based token). A session's follows from the session itself and so
 * outlives a restart. A role user has no session of ours: theirs is bound to the user and to a cookie, under a key that
 * lives as long as this object.
 */
final class FormTokens {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    FormTokens(byte[] key) {
        this.key = key.clone();
    }

    String ofSession(String sessionToken) {
        return hmac(sessionToken.getBytes(StandardCharsets.UTF_8), "foxden form");
    }

    String ofUser(String user, String cookie) {
        return hmac(key, cookie + "\n" + user);
    }

    /** In constant time. */
    static boolean same(String expected, String given) {
        return !expected.isEmpty() && Secret.of(expected).matches(given);
    }

    private static String hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] token = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
