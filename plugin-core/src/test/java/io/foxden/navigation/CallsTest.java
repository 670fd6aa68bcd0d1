package io.foxden.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.api.Api;
import io.foxden.api.Resource;
import io.foxden.foxy.Foxy;
import io.foxden.http.JerseyWire;
import io.foxden.http.RawServer;
import io.foxden.problem.Code;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.Secret;
import io.foxden.setting.HttpSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the sandbox cannot show: waiting, time-outs, answers without an address of their own. */
class CallsTest {
    private final JerseyWire wire =
            new JerseyWire(new HttpSettings(null, Duration.ofSeconds(5), Duration.ofMillis(500)));
    private final Tokens tokens = new Tokens(Secret.of("token"), () -> Secret.of("newer"));
    private final List<Duration> pauses = new ArrayList<>();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void the_wait_that_foxy_asks_for_is_kept() throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 503 X\r\nRetry-After: 2\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n")) {
            assertThatThrownBy(() -> api(server, true).home()).isInstanceOf(TryLaterException.class);
            assertThat(pauses).containsExactly(Duration.ofSeconds(2));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void an_interrupted_wait_is_the_end() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.answer(503, "text/html", ""))) {
            assertThatThrownBy(() -> api(server, false).home()).isInstanceOf(TryLaterException.class);
            assertThat(pauses).hasSize(1);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void after_a_timeout_nothing_is_asked_again() throws Exception {
        try (RawServer server =
                RawServer.playing((request, socket) -> socket.getInputStream().read())) {
            assertThatThrownBy(() -> api(server, true).home()).isInstanceOf(TryLaterException.class);
            assertThat(pauses).isEmpty();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void what_was_made_without_an_address_of_its_own_cannot_be_changed_through_the_collections() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.hal(201, "{\"message\":\"made\"}"))) {
            Resource made = api(server, true).post("/customers", Map.of());
            assertThat(made.text("message")).contains("made");
            assertLinkMissing(made::delete);
            assertLinkMissing(made::get);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void what_is_embedded_without_an_address_of_its_own_cannot_be_changed_either() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.hal(200, "{\"_embedded\":{\"fx:items\":[{\"a\":1}]}}"))) {
            Resource page = api(server, true).get("/items");
            assertThat(page.uri()).isEqualTo(server.uri("/items"));
            Resource item = page.embedded("fx:items").get(0);
            assertThat(item.number("a")).hasValue(1);
            assertLinkMissing(item::delete);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_change_that_never_left_is_safe_to_send_again_and_says_so() throws Exception {
        RawServer server = RawServer.answering("");
        server.close();
        assertThatThrownBy(() -> api(server, true).post("/customers", Map.of()))
                .isInstanceOfSatisfying(
                        TryLaterException.class,
                        e -> assertThat(e.problem().remedy()).isEqualTo(Code.API_UNREACHABLE.remedy()));
    }

    @Test
    void an_empty_answer_to_a_deletion_is_done() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 204 Gone\r\n\r\n")) {
            assertThat(api(server, true).delete("/customers/1").status()).isEqualTo(204);
            assertThat(server.requests().get(0)).contains("\r\nAuthorization: Bearer token\r\n");
        }
    }

    @Test
    void where_no_other_token_can_be_had_the_refusal_stands_and_nothing_is_sent_again() throws Exception {
        Tokens stubborn = new Tokens(Secret.of("token"), () -> Secret.of("token"));
        try (RawServer server =
                RawServer.answering(RawServer.answer(401, "application/json", "{\"error\":\"invalid_token\"}"))) {
            Foxy foxy = new Foxy(wire, server.uri("/"));
            Api api = new FoxyApi(() -> foxy, stubborn, duration -> true);
            assertThatThrownBy(api::home)
                    .isInstanceOfSatisfying(
                            RefusedException.class, e -> assertThat(e.status()).isEqualTo(401));
            assertThatThrownBy(() -> api.post("/customers", Map.of())).isInstanceOf(RefusedException.class);
            assertThat(server.requests()).hasSize(2);
            assertThat(stubborn.refusals()).isEqualTo(2);
        }
    }

    @Test
    void which_foxy_to_ask_is_found_out_once_a_walk() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer server = RawServer.answering(RawServer.hal(200, "{\"_links\":{\"a\":{\"href\":\"/a\"}}}"))) {
            Foxy foxy = new Foxy(wire, server.uri("/"));
            Api api = new FoxyApi(
                    () -> {
                        asked.incrementAndGet();
                        return foxy;
                    },
                    tokens,
                    duration -> true);
            Resource there = api.follow("a", "a", "a");
            assertThat(asked).hasValue(1);
            there.follow("a", "a");
            api.get("/a");
            api.patch("/a", Map.of());
            assertThat(asked).hasValue(4);
        }
    }

    @Test
    void the_home_is_sent_again_only_where_it_has_changed_and_to_another_bearer() throws Exception {
        AtomicInteger version = new AtomicInteger(1);
        try (RawServer server = RawServer.playing((request, socket) -> {
            String etag = "\"" + version.get() + "\"";
            RawServer.write(
                    socket,
                    request.contains("If-None-Match: " + etag)
                            ? "HTTP/1.1 304 Same\r\n\r\n"
                            : RawServer.hal(200, "{\"message\":\"" + version.get() + "\"}")
                                    .replace("\r\n\r\n", "\r\nETag: " + etag + "\r\n\r\n"));
        })) {
            Api api = api(server, true);
            assertThat(api.home().text("message")).contains("1");
            assertThat(api.home().text("message")).contains("1");
            version.set(2);
            assertThat(api.home().text("message")).contains("2");
            assertThat(api.home().status()).isEqualTo(200);
            tokens.renewed(Secret.of("token"));
            api.home();
            assertThat(server.requests())
                    .extracting(request -> request.replaceAll("(?s).*If-None-Match: (\\S+).*|.*", "$1"))
                    .containsExactly("", "\"1\"", "\"1\"", "\"2\"", "");
        }
    }

    private void assertLinkMissing(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo(Code.LINK_MISSING));
    }

    private Api api(RawServer server, boolean patient) {
        Foxy foxy = new Foxy(wire, server.uri("/"));
        return new FoxyApi(() -> foxy, tokens, duration -> {
            pauses.add(duration);
            return patient;
        });
    }
}
