package io.foxden.http;

import static io.foxden.http.JerseyWireTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.setting.HttpSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WireFaultsTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private final JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT);
    /** For what ends by time. */
    private final JerseyWire hasty =
            new JerseyWire(new HttpSettings(null, Duration.ofSeconds(1), Duration.ofMillis(600)));

    @AfterEach
    void close() {
        wire.close();
        hasty.close();
    }

    @Test
    void a_refused_connection_means_not_sent() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        assertFailure(wire, URI.create("http://127.0.0.1:" + port), false, "the connection was refused");
    }

    @Test
    void an_unknown_host_means_not_sent() {
        assertFailure(wire, URI.create("http://foxy.invalid/"), false, "the host name is unknown");
    }

    @Test
    void a_connection_that_never_comes_about_means_not_sent() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                waiting.add(connecting(full.getLocalPort()));
            }
            assertFailure(
                    hasty, URI.create("http://127.0.0.1:" + full.getLocalPort()), false, "no connection within 1 s");
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void a_server_that_speaks_no_tls_was_not_sent_anything() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> answerPlainly(plain));
            thread.start();
            assertFailure(
                    wire,
                    URI.create("https://127.0.0.1:" + plain.getLocalPort()),
                    false,
                    "the TLS handshake failed: Unsupported or unrecognized SSL message");
            thread.join();
        }
    }

    @Test
    void a_handshake_that_never_ends_means_not_sent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertFailure(hasty, URI.create("https://127.0.0.1:" + silent.getLocalPort()), false, null);
        }
    }

    @Test
    void a_reset_after_the_request_means_perhaps_done() throws Exception {
        try (RawServer server = RawServer.playing((request, socket) -> RawServer.reset(socket))) {
            assertFailure(wire, server.uri("/"), true, "the connection was reset");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_close_after_the_request_means_perhaps_done() throws Exception {
        try (RawServer server = RawServer.playing((request, socket) -> socket.close())) {
            assertFailure(wire, server.uri("/"), true, "the connection was closed without an answer");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + "Content-Length: 100\r\n\r\n{\"client_secret\":\"s3cret",
                HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"s3c",
                HEAD + "Transfer-Encoding: chunked\r\n\r\ns3cret\r\n"
            })
    void an_answer_that_breaks_off_means_perhaps_done(String answer) throws Exception {
        try (RawServer server = RawServer.playing((request, socket) -> {
            RawServer.write(socket, answer);
            socket.close();
        })) {
            WireException failure =
                    failure(wire, HttpRequest.post(server.uri("/")).withJson("{}"));
            assertThat(failure.sent()).isTrue();
            assertThat(failure).hasMessage("the answer broke off").hasNoCause();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret garbage\r\n\r\n",
                "HTTP/1.1 s3cret OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\ns3cret\r\n\r\n",
                HEAD + "Content-Length: s3cret\r\n\r\n",
                HEAD + "Content-Length: -7\r\n\r\n",
                HEAD + "Transfer-Encoding: s3cret\r\n\r\n",
                HEAD + "Content-Length: 2\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
                "HTTP/1.1 0 s3cret\r\nContent-Length: 0\r\n\r\n",
            })
    void an_answer_that_is_not_http_means_perhaps_done(String answer) throws Exception {
        try (RawServer server = RawServer.playing((request, socket) -> {
            RawServer.write(socket, answer);
            socket.close();
        })) {
            WireException failure =
                    failure(wire, HttpRequest.post(server.uri("/")).withJson("{}"));
            assertThat(failure.sent()).isTrue();
            assertThat(failure).hasMessage("the answer is not HTTP").hasNoCause();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + "Content-Length: 7\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
                HEAD + "Content-Length: 7, 7\r\n\r\n{\"a\":1}",
                HEAD + "Transfer-Encoding: identity\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
                HEAD + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n7\r\n{\"a\":1}\r\n0\r\n\r\n",
            })
    void an_answer_in_an_odd_but_clear_head_is_read(String answer) throws Exception {
        try (RawServer server = RawServer.answering(answer)) {
            assertThat(wire.send(HttpRequest.get(server.uri("/"))).text()).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void silence_ends_with_the_read_timeout() throws Exception {
        try (RawServer server =
                RawServer.playing((request, socket) -> socket.getInputStream().read())) {
            assertFailure(hasty, server.uri("/"), true, "the answer was not complete within 600 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + "Content-Length: 1000000\r\n\r\n|x",
                HEAD + "Transfer-Encoding: chunked\r\n\r\n|1\r\nx\r\n",
                HEAD + "|X-More: x\r\n",
                "|HTTP/1.1 103 Early\r\n\r\n"
            })
    void an_answer_that_drips_ends_with_the_read_timeout(String answer) throws Exception {
        String[] parts = answer.split("\\|", 2);
        try (RawServer server = RawServer.playing((request, socket) -> {
            RawServer.write(socket, parts[0]);
            while (true) {
                Thread.sleep(20);
                RawServer.write(socket, parts[1]);
            }
        })) {
            assertFailure(hasty, server.uri("/"), true, "the answer was not complete within 600 ms");
        }
    }

    @Test
    void an_endless_answer_is_cut_off() throws Exception {
        try (RawServer server = RawServer.playing((request, socket) -> {
            RawServer.write(socket, HEAD + "\r\n");
            OutputStream out = socket.getOutputStream();
            byte[] block = new byte[65_536];
            while (true) {
                out.write(block);
            }
        })) {
            WireException failure = failure(wire, HttpRequest.get(server.uri("/")));
            assertThat(failure).hasMessage("the answer is longer than 5242880 bytes");
            assertThat(failure.sent()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Long: %s\r\n\r\n", "%s"})
    void a_head_without_end_is_cut_off(String pattern) throws Exception {
        String head = pattern.startsWith("X") ? String.format(pattern, "x".repeat(100_000)) : "A: b\r\n".repeat(1_000);
        try (RawServer server = RawServer.answering(HEAD + head)) {
            assertThat(failure(wire, HttpRequest.get(server.uri("/"))).sent()).isTrue();
        }
    }

    @Test
    void the_rest_of_a_longer_answer_than_announced_is_not_the_next_answer() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (RawServer server = RawServer.playing((request, socket) -> {
            boolean first = count.getAndIncrement() == 0;
            String extra = first ? RawServer.hal(200, "{\"a\":\"smuggled\"}") : "";
            RawServer.write(socket, RawServer.hal(200, "{}") + extra);
        })) {
            assertThat(wire.send(HttpRequest.get(server.uri("/"))).text()).isEqualTo("{}");
            assertThat(wire.send(HttpRequest.get(server.uri("/"))).text()).isEqualTo("{}");
        }
    }

    @Test
    void a_connection_that_the_server_closed_meanwhile_is_not_used_again() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        try (RawServer server = RawServer.playing((request, socket) -> {
            RawServer.write(socket, RawServer.hal(200, "{}"));
            socket.close();
            closed.incrementAndGet();
        })) {
            for (int i = 1; i <= 5; i++) {
                assertThat(wire.send(HttpRequest.post(server.uri("/")).withJson("{}"))
                                .status())
                        .isEqualTo(200);
                int expected = i;
                Awaitility.await().until(() -> closed.get() == expected);
            }
        }
    }

    @Test
    void a_read_on_a_connection_that_the_server_closed_just_now_is_sent_on_another() throws Exception {
        try (RawServer server = RawServer.playing((request, socket) -> {
            RawServer.write(socket, RawServer.hal(200, "{}"));
            socket.close();
        })) {
            for (int i = 0; i < 20; i++) {
                assertThat(wire.send(HttpRequest.get(server.uri("/"))).status()).isEqualTo(200);
            }
            assertThat(server.requests()).hasSize(20);
        }
    }

    @Test
    void what_may_change_something_is_sent_once_even_on_a_connection_that_was_used_before() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (RawServer server = RawServer.playing((request, socket) -> {
            if (count.incrementAndGet() == 2) {
                socket.close();
            } else {
                RawServer.write(socket, RawServer.hal(200, "{}"));
            }
        })) {
            wire.send(HttpRequest.get(server.uri("/")));
            assertFailure(wire, server.uri("/"), true, "the connection was closed without an answer");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void a_connection_is_left_before_the_server_said_that_it_closes_it() throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nKeep-Alive: max=5, timeout=0\r\nContent-Length: 2\r\n\r\n{}")) {
            wire.send(HttpRequest.get(server.uri("/")));
            wire.send(HttpRequest.get(server.uri("/")));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void an_interrupt_does_not_cost_the_answer() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.hal(200, "{}"))) {
            for (int i = 0; i < 2; i++) {
                Thread.currentThread().interrupt();
                assertThat(wire.send(HttpRequest.post(server.uri("/"))).status())
                        .isEqualTo(200);
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    @Test
    void failures_leave_connections_for_the_next_request() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (RawServer server = RawServer.playing((request, socket) -> {
            if (count.incrementAndGet() <= 30) {
                RawServer.reset(socket);
            }
            RawServer.write(socket, RawServer.hal(200, "{}"));
        })) {
            for (int i = 0; i < 30; i++) {
                failure(wire, HttpRequest.get(server.uri("/")));
            }
            assertThat(wire.send(HttpRequest.get(server.uri("/"))).status()).isEqualTo(200);
        }
    }

    private static void assertFailure(Wire wire, URI uri, boolean sent, @Nullable String message) {
        WireException failure = failure(wire, HttpRequest.post(uri).withJson("{}"));
        if (message != null) {
            assertThat(failure).hasMessage(message);
        }
        assertThat(failure.sent()).as(failure.getMessage()).isEqualTo(sent);
    }

    private static Socket connecting(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (SocketTimeoutException e) {
            // The queue is full, as wanted.
        }
        return socket;
    }

    private static void answerPlainly(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            RawServer.write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n");
            socket.getInputStream().read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
