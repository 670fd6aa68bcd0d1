package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends a body slowly, or never to its end, holds up nobody: more of them than the server has threads. */
class SlowSendersTest {
    private static final int THREADS = 16;
    private static final int SENDERS = 60;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private int port;

    private void start(String server) throws Exception {
        if (server.equals("Jetty")) {
            WebServer jetty =
                    WebServer.alone(folder.resolve("home")).withThreads(THREADS).start();
            open.add(jetty);
            port = jetty.port();
        } else {
            TomcatServer tomcat = TomcatServer.start(folder, THREADS);
            open.add(tomcat);
            port = tomcat.port();
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jetty", "Tomcat"})
    void a_stranger_is_answered_before_the_body_and_the_connection_ends(String server) throws Exception {
        start(server);
        for (String request : List.of(
                "GET /foxden/health",
                "POST /foxden/health",
                "POST /foxden/install",
                "POST /foxden/api/v1/reset",
                "PUT /foxden/invented",
                "GET /foxden/")) {
            List<Socket> senders = begin(request, "Content-Length: 100\r\n", SENDERS);

            assertHealthy();
            for (Socket sender : senders) {
                assertThat(answer(sender))
                        .as(request)
                        .startsWith("HTTP/1.1 ")
                        .containsIgnoringCase("Connection: close")
                        .contains("nosniff");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jetty", "Tomcat"})
    void a_form_that_does_not_come_is_waited_for_by_no_thread_and_not_for_ever(String server) throws Exception {
        start(server);
        List<Socket> senders = begin("POST /foxden/claim", FORM + "Content-Length: 100\r\n", SENDERS);
        List<Socket> chunked = begin("POST /foxden/claim", FORM + "Transfer-Encoding: chunked\r\n", SENDERS);

        assertHealthy();
        assertThat(claim("code=wrong")).startsWith("HTTP/1.1 401");
        assertThat(answer(senders.get(0))).startsWith("HTTP/1.1 400").contains("did not come in time");
        assertThat(answer(senders.get(SENDERS - 1))).startsWith("HTTP/1.1 400");
        assertThat(answer(chunked.get(0))).startsWith("HTTP/1.1 400");
        assertHealthy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jetty", "Tomcat"})
    void a_body_in_pieces_is_as_good_as_one(String server) throws Exception {
        start(server);
        String form = "code=" + WebServer.ADMIN_TOKEN;
        Socket form1 = begin("POST /foxden/claim", FORM + "Content-Length: " + form.length() + "\r\n", 1)
                .get(0);
        String bearer = "Foxden-Token: " + WebServer.ADMIN_TOKEN + "\r\n";
        Socket chunks = begin(
                        "POST /foxden/api/v1/connect",
                        bearer + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
                        1)
                .get(0);
        assertHealthy();

        send(form1, form.substring(1));
        send(chunks, "\r\n{\r\na\r\n \"scope\": \r\n4\r\n\"x\"}\r\n0\r\n\r\n");

        assertThat(answer(form1)).startsWith("HTTP/1.1 303").contains("foxden_session=");
        assertThat(answer(chunks)).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jetty", "Tomcat"})
    void whoever_is_still_sending_hears_the_answer(String server) throws Exception {
        start(server);
        for (int i = 0; i < 20; i++) {
            String body = "x=" + "y".repeat(300_000);
            Socket sender = socket();
            send(
                    sender,
                    "POST /foxden/invented HTTP/1.1\r\nHost: localhost\r\n" + FORM + "Content-Length: " + body.length()
                            + "\r\n\r\n");
            send(sender, body);

            assertThat(answer(sender)).startsWith("HTTP/1.1 401");
        }
    }

    /** Each sends the first byte of its body. */
    private List<Socket> begin(String request, String headers, int count) throws IOException {
        List<Socket> senders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket sender = socket();
            String first = headers.contains("chunked") ? "1" : headers.startsWith(FORM) ? "c" : "x";
            send(sender, request + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + first);
            senders.add(sender);
        }
        return senders;
    }

    private String claim(String form) throws IOException {
        Socket socket = socket();
        send(
                socket,
                "POST /foxden/claim HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + FORM + "Content-Length: "
                        + form.length() + "\r\n\r\n" + form);
        return answer(socket);
    }

    private void assertHealthy() throws IOException {
        Socket socket = socket();
        send(socket, "GET /foxden/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer(socket)).startsWith("HTTP/1.1 200");
    }

    private Socket socket() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(socket);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** All that comes until the server ends the connection, or says nothing more. */
    private static String answer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] chunk = new byte[8192];
        for (int count = socket.getInputStream().read(chunk);
                count >= 0;
                count = socket.getInputStream().read(chunk)) {
            answer.append(new String(chunk, 0, count, StandardCharsets.UTF_8));
            if (!answer.toString().toLowerCase(java.util.Locale.ROOT).contains("connection: close")) {
                break; // it stays open, and the answer is short
            }
        }
        return answer.toString();
    }
}
