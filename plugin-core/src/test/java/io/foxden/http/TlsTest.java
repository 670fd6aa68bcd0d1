package io.foxden.http;

import static io.foxden.http.JerseyWireTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.secret.Secret;
import io.foxden.setting.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final String PASSWORD = "changeit";
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    Path folder;

    private final Map<String, Optional<String>> before = Map.of(
            TRUST_STORE, Optional.ofNullable(System.getProperty(TRUST_STORE)),
            TRUST_PASSWORD, Optional.ofNullable(System.getProperty(TRUST_PASSWORD)));
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeEach
    void makeCertificate() throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "a",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @AfterEach
    void restoreTrust() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(text -> System.setProperty(name, text), () -> System.clearProperty(name)));
    }

    @Test
    void a_certificate_that_is_trusted_and_names_the_host_is_accepted() throws Exception {
        trust();
        try (ServerSocket server = server();
                JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT)) {
            serve(server);
            assertThat(wire.send(request("localhost", server)).text()).isEqualTo("{}");
        }
    }

    @Test
    void a_line_that_is_encrypted_is_used_again() throws Exception {
        trust();
        AtomicInteger lines = new AtomicInteger();
        try (ServerSocket server = server();
                JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT)) {
            Thread thread = new Thread(() -> serveAll(server, lines));
            thread.start();
            for (int i = 0; i < 3; i++) {
                wire.send(request("localhost", server));
                wire.send(HttpRequest.get(request("localhost", server).uri()));
            }
            assertThat(requests).hasValue(6);
            assertThat(lines).hasValue(1);
        }
    }

    private void serveAll(ServerSocket server, AtomicInteger lines) {
        byte[] buffer = new byte[8192];
        while (true) {
            try (var socket = server.accept()) {
                lines.incrementAndGet();
                while (socket.getInputStream().read(buffer) > 0) {
                    requests.incrementAndGet();
                    RawServer.write(socket, RawServer.hal(200, "{}"));
                }
            } catch (Exception e) {
                return;
            }
        }
    }

    @Test
    void through_a_tunnel_the_certificate_is_that_of_the_host_behind_it() throws Exception {
        trust();
        try (ServerSocket server = server();
                RawServer proxy = RawServer.playing((request, socket) -> tunnel(socket, server.getLocalPort()));
                JerseyWire wire = new JerseyWire(new HttpSettings(
                        URI.create("http://127.0.0.1:" + proxy.port()),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5)))) {
            serve(server);
            assertThat(wire.send(request("localhost", server)).text()).isEqualTo("{}");
            assertThat(proxy.requests().get(0))
                    .startsWith("CONNECT localhost:" + server.getLocalPort() + " HTTP/1.1\r\n");
        }
    }

    private static void tunnel(Socket near, int port) throws Exception {
        try (Socket far = new Socket(InetAddress.getLoopbackAddress(), port)) {
            RawServer.write(near, "HTTP/1.1 200 Connection established\r\n\r\n");
            Thread back = new Thread(() -> copy(far, near));
            back.start();
            copy(near, far);
            back.join();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One side is through.
        }
    }

    @Test
    void a_certificate_for_another_host_is_not() throws Exception {
        trust();
        try (ServerSocket server = server();
                JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT)) {
            serve(server);
            assertRefused(failure(wire, request("127.0.0.1", server)), "127.0.0.1");
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not() throws Exception {
        try (ServerSocket server = server();
                JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT)) {
            serve(server);
            assertRefused(failure(wire, request("localhost", server)), "unable to find valid certification path");
        }
    }

    private void assertRefused(WireException failure, String why) {
        assertThat(failure).hasMessageStartingWith("the TLS handshake failed: ").hasMessageContaining(why);
        assertThat(failure.sent()).isFalse();
        assertThat(requests).hasValue(0);
    }

    private void trust() {
        System.setProperty(TRUST_STORE, store().toString());
        System.setProperty(TRUST_PASSWORD, PASSWORD);
    }

    private Path store() {
        return folder.resolve("store.p12");
    }

    private static HttpRequest request(String host, ServerSocket server) {
        URI uri = URI.create("https://" + host + ":" + server.getLocalPort() + "/");
        return HttpRequest.post(uri).withBearer(Secret.of("token"));
    }

    private ServerSocket server() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private void serve(ServerSocket server) {
        Thread thread = new Thread(() -> {
            try (var socket = server.accept()) {
                byte[] buffer = new byte[8192];
                if (socket.getInputStream().read(buffer) > 0) {
                    requests.incrementAndGet();
                    RawServer.write(socket, RawServer.hal(200, "{}"));
                }
            } catch (Exception e) {
                // The client refused, which is what the test is about.
            }
        });
        thread.start();
    }
}
