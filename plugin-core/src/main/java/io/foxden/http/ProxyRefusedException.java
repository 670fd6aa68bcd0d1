package io.foxden.http;

import io.foxden.setting.HttpSettings;
import io.foxden.words.Message;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;

/** The proxy itself said no, and passed nothing on. */
final class ProxyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    static final int AUTHENTICATION_REQUIRED = 407;

    private final transient Message why;

    ProxyRefusedException(HttpSettings settings, int status) {
        this.why = why(settings, status).with("proxy", settings.proxyName());
    }

    private static Message why(HttpSettings settings, int status) {
        if (status != AUTHENTICATION_REQUIRED) {
            return Message.of("http/proxy-refused").with("status", status);
        }
        return settings.proxyLogin() == null
                ? Message.of("http/proxy-wants-login")
                : Message.of("http/proxy-refused-login");
    }

    Message why() {
        return why;
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
