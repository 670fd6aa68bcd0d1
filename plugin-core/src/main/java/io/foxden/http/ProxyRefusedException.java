package io.foxden.http;

import io.foxden.setting.HttpSettings;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** The proxy itself said no, and passed nothing on. */
final class ProxyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    static final int AUTHENTICATION_REQUIRED = 407;

    ProxyRefusedException(HttpSettings settings, int status) {
        super(words(settings, status));
    }

    private static String words(HttpSettings settings, int status) {
        String name = "the proxy " + settings.proxyName();
        if (status != AUTHENTICATION_REQUIRED) {
            return name + " refused with " + status;
        }
        return settings.proxyLogin() == null
                ? name + " wants a user and a password (407): set foxden.http.proxy-user and foxden.http.proxy-password"
                : name + " does not accept foxden.http.proxy-user and foxden.http.proxy-password (407)";
    }

    /** Tells the proxy at once who asks, where that is set: it is asked for nothing else anyway. */
    static void authorize(ClassicHttpRequest request, HttpSettings settings) {
        HttpSettings.ProxyLogin login = settings.proxyLogin();
        if (login != null) {
            request.setHeader(
                    "Proxy-Authorization",
                    AuthorizationHeader.basic(login.user(), login.password()).reveal());
        }
    }
}
