package io.foxden.foxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.http.HttpRequest;
import io.foxden.http.JerseyWire;
import io.foxden.http.WireException;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.Secret;
import io.foxden.setting.HttpSettings;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.words.Message;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoxyTest {
    private static final URI API = URI.create("https://api.foxy.io/");
    private static final String HAL = "application/hal+json";

    private final RecordingWire wire = new RecordingWire();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
    private final Foxy foxy = new Foxy(wire, API, Clock.systemUTC(), nanos::get);

    @Test
    void every_request_tells_the_version_and_asks_for_hal() {
        wire.then(200, HAL, "{}").then(200, HAL, "{}");
        foxy.send(HttpRequest.get(API));
        assertThat(wire.requests().get(0).header("foxy-api-version")).contains("1");
        assertThat(wire.requests().get(0).header("accept")).contains("application/hal+json");
        foxy.send(HttpRequest.get(API).withHeader("accept", "application/json"));
        assertThat(wire.requests().get(1).header("Accept")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http://api.foxy.io/",
                "https://user:pass@api.foxy.io/",
                "mailto:a@b",
                "/relative"
            })
    void nothing_is_sent_to_an_untrusted_address(String uri) {
        HttpRequest request = HttpRequest.get(URI.create(uri)).withBearer(Secret.of("token"));
        assertCode(Code.UNTRUSTED_LINK, () -> foxy.send(request));
        assertCode(Code.UNTRUSTED_LINK, () -> foxy.send(HttpRequest.get(URI.create(uri))));
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void a_user_name_in_an_untrusted_address_is_not_shown() {
        assertThatThrownBy(() -> foxy.send(HttpRequest.get(URI.create("https://user:pass@evil.example/a?b=c"))))
                .hasMessageContaining("https://(hidden)@evil.example/a,")
                .hasMessageNotContaining("pass@")
                .hasMessageNotContaining("b=c");
    }

    @Test
    void a_link_is_taken_from_a_copy_of_the_home_for_a_day() {
        wire.then(200, HAL, home("/first"), "ETag", "\"1\"");
        assertThat(link()).isEqualTo("/first");
        nanos.addAndGet(Duration.ofDays(1).toNanos() - 1);
        assertThat(link()).isEqualTo("/first");
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void an_old_copy_of_the_home_is_asked_about_by_its_etag() {
        wire.then(200, HAL, home("/first"), "ETag", "\"1\"")
                .then(304, null, "")
                .then(200, HAL, home("/second"), "ETag", "\"2\"")
                .then(200, HAL, home("/third"))
                .then(200, HAL, home("/fourth"));
        assertThat(link()).isEqualTo("/first");
        for (String expected : List.of("/first", "/second", "/third", "/fourth")) {
            nanos.addAndGet(Duration.ofDays(1).toNanos());
            assertThat(link()).isEqualTo(expected);
            assertThat(link()).isEqualTo(expected);
        }
        assertThat(wire.requests())
                .extracting(request -> request.header("If-None-Match").orElse("-"))
                .containsExactly("-", "\"1\"", "\"1\"", "\"2\"", "-");
    }

    @Test
    void a_forgotten_home_is_read_anew_by_the_next() {
        wire.then(200, HAL, home("/first")).then(200, HAL, home("/second"));
        assertThat(link()).isEqualTo("/first");
        foxy.forget();
        assertThat(link()).isEqualTo("/second");
        assertThat(link()).isEqualTo("/second");
    }

    @Test
    void the_copy_of_the_home_serves_while_foxy_cannot_be_reached() {
        wire.then(200, HAL, home("/first"), "ETag", "\"1\"")
                .thenFail(new WireException(Message.of("http/refused"), false, null))
                .then(502, "text/html", "<html>")
                .then(200, "text/html", "<html>")
                .then(304, null, "");
        for (int i = 0; i < 5; i++) {
            foxy.forget();
            assertThat(link()).isEqualTo("/first");
        }
    }

    @Test
    void without_a_copy_it_is_try_later() {
        wire.thenFail(new WireException(Message.of("http/refused"), false, null))
                .then(304, null, "")
                .then(200, "text/html", "<html>");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(this::link).isInstanceOf(TryLaterException.class);
        }
    }

    @Test
    void a_refused_home_is_a_refusal_even_with_a_copy() {
        wire.then(200, HAL, home("/first"))
                .then(400, HAL, "{\"_embedded\":{\"fx:errors\":[{\"message\":\"No version\"}]}}");
        link();
        foxy.forget();
        assertCode(Code.API_REFUSED, this::link);
    }

    @Test
    void a_link_that_is_no_good_in_the_copy_is_looked_for_in_the_home_of_today() {
        wire.then(200, HAL, home("/first"))
                .then(200, HAL, home("https://evil.example/"))
                .then(200, HAL, home("/second"));
        link();
        assertCode(Code.LINK_MISSING, () -> foxy.link("other"));
        assertThat(link()).isEqualTo("/second");
        assertThat(wire.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 308, 404, 410})
    void a_request_to_an_old_address_is_sent_to_the_one_of_today(int status) {
        wire.then(200, HAL, home("/old"))
                .then(status, null, "")
                .then(200, HAL, home("/new"))
                .then(200, HAL, "{}");
        assertThat(foxy.send("a", HttpRequest::post, Expected.ANYTHING)).isInstanceOf(Reply.Done.class);
        assertThat(wire.asked()).isEqualTo("""
                GET https://api.foxy.io/
                POST https://api.foxy.io/old
                GET https://api.foxy.io/
                POST https://api.foxy.io/new""");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 500, 502})
    void what_an_address_of_today_answered_is_not_asked_for_twice(int status) {
        wire.then(200, HAL, home("/a")).then(status, HAL, "{\"error\":\"invalid_grant\"}");
        foxy.send("a", HttpRequest::post, Expected.ANYTHING);
        assertThat(wire.requests()).hasSize(2);
        wire.then(404, null, "").then(200, HAL, home("/a"));
        assertThat(foxy.send("a", HttpRequest::post, Expected.ANYTHING)).isInstanceOf(Reply.Unclear.class);
        assertThat(wire.requests()).hasSize(4);
    }

    @Test
    void a_link_is_taken_from_the_home_relative_to_it() {
        String home = "{\"_links\":{\"a\":{\"href\":\"/token\"},\"b\":{\"href\":\"https://api.foxycart.com/token\"},"
                + "\"c\":{\"href\":\"https://evil.example/\"},\"d\":{\"href\":\"http://[\"},"
                + "\"e\":{\"href\":\"/x{?a}\",\"templated\":true},\"f\":{\"href\":\"/{x}\",\"templated\":true},"
                + "\"g\":{\"href\":\"//evil.example/\"}}}";
        for (int i = 0; i < 6; i++) {
            wire.then(200, HAL, home);
        }
        assertThat(foxy.link("a")).isEqualTo(URI.create("https://api.foxy.io/token"));
        assertThat(foxy.link("b")).isEqualTo(URI.create("https://api.foxycart.com/token"));
        assertThat(foxy.link("e")).isEqualTo(URI.create("https://api.foxy.io/x"));
        assertCode(Code.UNTRUSTED_LINK, () -> foxy.link("c"));
        assertCode(Code.UNTRUSTED_LINK, () -> foxy.link("g"));
        assertCode(Code.LINK_MISSING, () -> foxy.link("d"));
        assertCode(Code.LINK_MISSING, () -> foxy.link("f"));
        assertThatThrownBy(() -> foxy.link("fx:none"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("The answer of https://api.foxy.io/ has no link fx:none.");
    }

    @Test
    void an_api_url_without_a_path_means_the_root() {
        assertThat(new Foxy(wire, URI.create("https://api.foxy.io")).apiUrl()).isEqualTo(API);
        URI deep = URI.create("http://localhost:1/foxy");
        assertThat(new Foxy(wire, deep).apiUrl()).isEqualTo(deep);
    }

    @Test
    void the_sandbox_is_content_with_how_it_is_asked() {
        try (Sandbox sandbox = Sandbox.start();
                JerseyWire real = new JerseyWire(HttpSettings.DEFAULT)) {
            Foxy conversation = new Foxy(real, sandbox.apiUrl());
            assertThat(conversation.link("fx:token").getHost()).isEqualTo("127.0.0.1");
            conversation.forget();
            conversation.link("fx:create_client");
            assertThat(sandbox.exchanges(Target.HOME))
                    .extracting(each -> each.status())
                    .containsExactly(200, 304);
            sandbox.order(Fault.on(Target.HOME).dropBefore());
            conversation.forget();
            conversation.link("fx:token");
            sandbox.behave(behaviour -> behaviour.withLinksToTwin(true));
            conversation.forget();
            assertCode(Code.UNTRUSTED_LINK, () -> conversation.link("fx:token"));
            assertThat(sandbox.violations()).isEmpty();
        }
    }

    private String link() {
        return foxy.link("a").getPath();
    }

    private static String home(String a) {
        return "{\"_links\":{\"a\":{\"href\":\"" + a + "\"}}}";
    }

    private static void assertCode(Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FoxdenException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
