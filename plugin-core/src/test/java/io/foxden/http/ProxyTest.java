package io.foxden.http;

import static io.foxden.http.JerseyWireTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.secret.Secret;
import io.foxden.setting.HttpSettings;
import io.foxden.setting.HttpSettings.ProxyLogin;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private static final ProxyLogin LOGIN = new ProxyLogin("foxden", Secret.of("pr0xy-pass"));
    private static final String ENCODED = "Zm94ZGVuOnByMHh5LXBhc3M=";
    private static final HttpRequest PLAIN =
            HttpRequest.get(URI.create("http://foxy.invalid/a?b=c")).withBearer(Secret.of("tok"));
    private static final HttpRequest ENCRYPTED =
            HttpRequest.post(URI.create("https://foxy.invalid/a")).withBearer(Secret.of("tok"));

    @Test
    void requests_go_through_the_proxy() throws Exception {
        try (RawServer proxy = RawServer.answering(RawServer.hal(200, "{}"));
                JerseyWire wire = through(proxy, null)) {
            wire.send(PLAIN);
            wire.send(PLAIN);
            assertThat(proxy.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request)
                            .startsWith("GET http://foxy.invalid/a?b=c HTTP/1.1\r\n")
                            .contains("\r\nHost: foxy.invalid\r\n")
                            .doesNotContain("Proxy-Authorization"));
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @Test
    void the_proxy_is_told_who_asks_without_having_asked() throws Exception {
        try (RawServer proxy = RawServer.answering(RawServer.hal(200, "{}"));
                JerseyWire wire = through(proxy, LOGIN)) {
            wire.send(PLAIN);
            assertThat(proxy.requests().get(0)).contains("\r\nProxy-Authorization: Basic " + ENCODED + "\r\n");
        }
    }

    @Test
    void a_tunnel_is_asked_for_with_the_login_and_without_anything_of_the_request() throws Exception {
        try (RawServer proxy = RawServer.playing((request, socket) -> {
                    RawServer.write(socket, "HTTP/1.1 200 Connection established\r\n\r\n");
                    socket.getInputStream().read();
                    RawServer.write(socket, "no TLS at all");
                });
                JerseyWire wire = through(proxy, LOGIN)) {
            WireException failure = failure(wire, ENCRYPTED);
            assertThat(failure).hasMessageStartingWith("the TLS handshake failed");
            assertThat(failure.sent()).isFalse();
            assertThat(proxy.requests().get(0))
                    .startsWith("CONNECT foxy.invalid:443 HTTP/1.1\r\n")
                    .contains("\r\nHost: foxy.invalid:443\r\n", "\r\nProxy-Authorization: Basic " + ENCODED + "\r\n")
                    .doesNotContain("tok");
        }
    }

    @Test
    void a_407_names_the_proxy_and_the_settings_and_means_not_sent() throws Exception {
        for (HttpRequest request : new HttpRequest[] {PLAIN, ENCRYPTED}) {
            try (RawServer proxy = RawServer.answering(RawServer.answer(407, "text/html", "secret page"));
                    JerseyWire stranger = through(proxy, null);
                    JerseyWire known = through(proxy, LOGIN)) {
                assertFailure(
                        stranger,
                        request,
                        "the proxy 127.0.0.1:" + proxy.port()
                                + " wants a user and a password (407): set foxden.http.proxy-user and foxden.http.proxy-password");
                assertFailure(
                        known,
                        request,
                        "the proxy 127.0.0.1:" + proxy.port()
                                + " does not accept foxden.http.proxy-user and foxden.http.proxy-password (407)");
            }
        }
    }

    @Test
    void a_proxy_that_refuses_the_tunnel_is_named() throws Exception {
        try (RawServer proxy = RawServer.answering(RawServer.answer(403, "text/html", "secret page"));
                JerseyWire wire = through(proxy, LOGIN)) {
            assertFailure(wire, ENCRYPTED, "the proxy 127.0.0.1:" + proxy.port() + " refused with 403");
        }
    }

    @Test
    void a_proxy_that_is_not_there_is_named() throws Exception {
        RawServer proxy = RawServer.answering("");
        proxy.close();
        try (JerseyWire wire = through(proxy, null)) {
            assertFailure(wire, ENCRYPTED, "the connection was refused (by the proxy 127.0.0.1:" + proxy.port() + ")");
        }
    }

    private static void assertFailure(JerseyWire wire, HttpRequest request, String message) {
        WireException failure = failure(wire, request);
        assertThat(failure).hasMessage(message);
        assertThat(failure.sent()).isFalse();
        assertThat(failure.toString()).doesNotContain("pr0xy-pass", ENCODED, "tok");
    }

    private static JerseyWire through(RawServer proxy, @Nullable ProxyLogin login) {
        return new JerseyWire(new HttpSettings(
                URI.create("http://127.0.0.1:" + proxy.port()), login, Duration.ofSeconds(5), Duration.ofSeconds(5)));
    }
}
