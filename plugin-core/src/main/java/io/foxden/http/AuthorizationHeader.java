package io.foxden.http;

import io.foxden.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Values of the {@code Authorization} header, and of {@code Proxy-Authorization}. */
public final class AuthorizationHeader {
    private static final String BASIC = "Basic ";

    private AuthorizationHeader() {}

    /**
     * HTTP Basic (RFC 7617), both parts taken as they are. RFC 6749, section 2.3.1, wants them form-encoded first;
     * Foxy's ids and secrets are alphanumeric with underscores, where that makes no difference.
     */
    public static Secret basic(String user, Secret password) {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return Secret.of(BASIC + Base64.getEncoder().encodeToString(pair));
    }

    /** The parts of a header value that must not be repeated: the credential, and the password inside it. */
    static List<String> secretsOf(String headerValue) {
        List<String> secrets = new ArrayList<>();
        secrets.add(headerValue.substring(headerValue.indexOf(' ') + 1));
        if (headerValue.startsWith(BASIC)) {
            String pair = new String(
                    Base64.getDecoder().decode(headerValue.substring(BASIC.length())), StandardCharsets.UTF_8);
            String password = pair.substring(pair.indexOf(':') + 1);
            if (!password.isEmpty()) {
                secrets.add(password);
            }
        }
        return secrets;
    }
}
