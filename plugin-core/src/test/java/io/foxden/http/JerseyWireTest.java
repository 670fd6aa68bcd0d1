package io.foxden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.foxden.secret.Secret;
import io.foxden.setting.HttpSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JerseyWireTest {
    private final JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT);

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void an_answer_comes_back_whole() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 201 Made\r\nContent-Type: Application/HAL+json;"
                + " charset=utf-8\r\nETag: \"a\"\r\nX-Two: 1\r\nX-Two: 2\r\nContent-Length: 5\r\n\r\n{\"ä\"")) {
            HttpAnswer answer = wire.send(HttpRequest.get(server.uri("/")));
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.contentType()).contains("application/hal+json");
            assertThat(answer.header("etag")).contains("\"a\"");
            assertThat(answer.header("X-TWO")).contains("1");
            assertThat(answer.text()).isEqualTo("{\"ä\"");
            assertThat(answer).hasToString("201 with application/hal+json, 5 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 301, 302, 304, 307, 308, 400, 401, 404, 407, 429, 500, 502, 599})
    void every_status_is_an_answer_and_is_asked_for_once(int status) throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 " + status
                        + " X\r\nLocation: /elsewhere\r\nWWW-Authenticate: Basic realm=x\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n")) {
            HttpAnswer answer = wire.send(HttpRequest.get(server.uri("/")));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.hasBody()).isFalse();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_request_leaves_as_it_was_put_together() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.hal(200, "{}"))) {
            wire.send(HttpRequest.post(server.uri("/a%20b;x=y/?q=%7B%25%2B+&r=a%26b"))
                    .withHeader("FOXY-API-VERSION", "1")
                    .withHeader("Accept", "application/hal+json")
                    .withAuthorization(AuthorizationHeader.basic("id", Secret.of("s")))
                    .withForm(Map.of("a b", "ü&=+")));
            String request = server.requests().get(0);
            assertThat(request)
                    .startsWith("POST /a%20b;x=y/?q=%7B%25%2B+&r=a%26b HTTP/1.1\r\n")
                    .contains("\r\nFOXY-API-VERSION: 1\r\n")
                    .contains("\r\nAccept: application/hal+json\r\n")
                    .contains("\r\nAuthorization: Basic aWQ6cw==\r\n")
                    .contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n")
                    .contains("\r\nContent-Length: 19\r\n")
                    .containsPattern("\r\nUser-Agent: Foxden/[^ ]+\r\n")
                    .endsWith("\r\n\r\na+b=%C3%BC%26%3D%2B");
            assertThat(request.toLowerCase(Locale.ROOT))
                    .doesNotContain("cookie", "gzip", "expect", "jersey", "apache", "chunked", "upgrade");
        }
    }

    @Test
    void every_method_goes_over_the_wire() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.hal(200, "{}"))) {
            wire.send(HttpRequest.get(server.uri("/")));
            wire.send(HttpRequest.delete(server.uri("/")));
            wire.send(HttpRequest.post(server.uri("/")));
            wire.send(HttpRequest.post(server.uri("/")).withJson("{\"a\":1}"));
            wire.send(HttpRequest.put(server.uri("/")).withJson("{\"a\":1}"));
            wire.send(HttpRequest.patch(server.uri("/")).withJson("{\"a\":1}"));
            assertThat(server.requests().stream().map(request -> request.split(" ", 2)[0]))
                    .containsExactly("GET", "DELETE", "POST", "POST", "PUT", "PATCH");
            assertThat(server.requests().get(2)).contains("\r\nContent-Length: 0\r\n");
            assertThat(server.requests().subList(3, 6))
                    .allSatisfy(request -> assertThat(request)
                            .contains("\r\nContent-Type: application/json\r\n", "\r\nContent-Length: 7\r\n")
                            .endsWith("\r\n\r\n{\"a\":1}"));
        }
    }

    @Test
    void cookies_are_not_kept_and_connections_are() throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n")) {
            wire.send(HttpRequest.get(server.uri("/")));
            wire.send(HttpRequest.get(server.uri("/")));
            assertThat(server.requests().get(1)).doesNotContain("Cookie");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void content_is_asked_for_as_it_is_and_unpacked_all_the_same() throws Exception {
        byte[] packed = ContentCodingTest.gzip("{}".getBytes(StandardCharsets.UTF_8));
        try (RawServer server = RawServer.playing((request, socket) -> {
            RawServer.write(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Encoding: GZIP\r\nContent-Length: " + packed.length + "\r\n\r\n");
            socket.getOutputStream().write(packed);
        })) {
            HttpAnswer answer = wire.send(HttpRequest.get(server.uri("/")));
            assertThat(answer.text()).isEqualTo("{}");
            assertThat(answer.listed("content-encoding")).containsExactly("gzip");
            assertThat(server.requests().get(0)).contains("\r\nAccept-Encoding: identity\r\n");
        }
    }

    @Test
    void what_unpacks_without_end_is_cut_off() throws Exception {
        byte[] bomb = ContentCodingTest.gzip(new byte[6 << 20]);
        try (RawServer server = RawServer.playing((request, socket) -> {
            RawServer.write(
                    socket, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n");
            socket.getOutputStream().write(bomb);
        })) {
            WireException failure = failure(wire, HttpRequest.get(server.uri("/")));
            assertThat(failure).hasMessage("the answer is longer than 5242880 bytes");
            assertThat(failure.sent()).isTrue();
        }
    }

    @Test
    void a_thread_with_a_foreign_class_loader_may_send_and_keeps_it() throws Exception {
        ClassLoader foreign = new ClassLoader(null) {};
        try (RawServer server = RawServer.answering(RawServer.hal(200, "{}"))) {
            CompletableFuture<Integer> status = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                Thread.currentThread().setContextClassLoader(foreign);
                try {
                    int answered = wire.send(HttpRequest.get(server.uri("/"))).status();
                    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(foreign);
                    status.complete(answered);
                } catch (Throwable e) {
                    status.completeExceptionally(e);
                }
            });
            thread.start();
            assertThat(status.get()).isEqualTo(200);
        }
    }

    @Test
    void after_closing_no_thread_of_the_wire_lives() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (RawServer server = RawServer.answering(RawServer.hal(200, "{}"))) {
            for (int i = 0; i < 5; i++) {
                try (JerseyWire each = new JerseyWire(HttpSettings.DEFAULT)) {
                    each.send(HttpRequest.get(server.uri("/")));
                }
            }
        }
        Awaitility.await()
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread))
                        .map(Thread::getName)
                        .noneMatch(name -> name.matches("(?i).*(foxden|jersey|hk2|httpclient|idle-connection).*")));
    }

    @Test
    void many_threads_share_it() throws Exception {
        try (RawServer server = RawServer.playing((request, socket) ->
                RawServer.write(socket, RawServer.hal(200, request.replaceAll("(?s)GET (\\S+) .*", "$1"))))) {
            List<CompletableFuture<String>> answers = new ArrayList<>();
            ExecutorService executor = Executors.newFixedThreadPool(40);
            try {
                for (int i = 0; i < 200; i++) {
                    HttpRequest request = HttpRequest.get(server.uri("/" + i));
                    answers.add(CompletableFuture.supplyAsync(() -> text(request), executor));
                }
                for (int i = 0; i < answers.size(); i++) {
                    assertThat(answers.get(i).get()).isEqualTo("/" + i);
                }
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private String text(HttpRequest request) {
        try {
            return wire.send(request).text();
        } catch (WireException e) {
            throw new AssertionError(e);
        }
    }

    static WireException failure(Wire wire, HttpRequest request) {
        WireException failure = catchThrowableOfType(WireException.class, () -> wire.send(request));
        assertThat(failure).as("no failure").isNotNull();
        return failure;
    }
}
