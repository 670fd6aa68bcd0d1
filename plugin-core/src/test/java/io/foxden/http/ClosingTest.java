package io.foxden.http;

import static io.foxden.http.JerseyWireTest.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.setting.HttpSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ClosingTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void closing_ends_a_read_at_once_and_refuses_the_next() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT, LONG);
        try (RawServer server = RawServer.playing((request, socket) -> {
            arrived.countDown();
            socket.getInputStream().read();
        })) {
            CompletableFuture<WireException> failure =
                    CompletableFuture.supplyAsync(() -> failure(wire, HttpRequest.get(server.uri("/"))));
            arrived.await();
            wire.close();
            assertThat(failure.get()).hasMessage("Foxden is shutting down");
            assertThat(failure.get().sent()).isTrue();
            WireException next = failure(wire, HttpRequest.get(server.uri("/")));
            assertThat(next).hasMessage("Foxden is shutting down");
            assertThat(next.sent()).isFalse();
        }
    }

    @Test
    void the_answer_to_a_change_is_waited_for_while_nothing_new_is_sent() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT, LONG);
        try (RawServer server = RawServer.playing((request, socket) -> {
            arrived.countDown();
            refused.await();
            RawServer.write(socket, RawServer.hal(200, "{\"refresh_token\":\"rotated\"}"));
        })) {
            CompletableFuture<HttpAnswer> answer = sending(wire, HttpRequest.post(server.uri("/")));
            arrived.await();
            CompletableFuture<Void> closing = CompletableFuture.runAsync(wire::close);
            Awaitility.await()
                    .untilAsserted(() -> assertThatThrownBy(() -> wire.send(HttpRequest.get(server.uri("/"))))
                            .hasMessage("Foxden is shutting down"));
            assertThat(closing).isNotDone();
            refused.countDown();
            assertThat(answer.get().text()).contains("rotated");
            closing.get();
        }
    }

    @Test
    void a_change_whose_answer_does_not_come_is_given_up_after_the_grace() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT, Duration.ofMillis(50));
        try (RawServer server = RawServer.playing((request, socket) -> {
            arrived.countDown();
            socket.getInputStream().read();
        })) {
            CompletableFuture<HttpAnswer> answer = sending(wire, HttpRequest.post(server.uri("/")));
            arrived.await();
            wire.close();
            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("Foxden is shutting down");
        }
    }

    private static CompletableFuture<HttpAnswer> sending(Wire wire, HttpRequest request) {
        CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(wire.send(request));
            } catch (WireException e) {
                answer.completeExceptionally(e);
            }
        });
        thread.start();
        return answer;
    }
}
