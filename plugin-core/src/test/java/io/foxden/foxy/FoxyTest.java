package io.foxden.foxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.config.HttpSettings;
import io.foxden.hal.HalDocument;
import io.foxden.http.HttpRequest;
import io.foxden.http.JerseyWire;
import io.foxden.http.WireException;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.Secret;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoxyTest {
    private static final URI API = URI.create("https://api.foxy.io/");
    private static final String HAL = "application/hal+json";

    private final RecordingWire wire = new RecordingWire();
    private final Foxy foxy = new Foxy(wire, API);

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
    void the_home_is_asked_for_anew_and_by_its_etag() {
        wire.then(200, HAL, "{\"message\":\"first\"}", "ETag", "\"1\"")
                .then(304, null, "")
                .then(200, HAL, "{\"message\":\"second\"}", "ETag", "\"2\"")
                .then(304, null, "")
                .then(200, HAL, "{\"message\":\"third\"}")
                .then(200, HAL, "{\"message\":\"fourth\"}");
        assertThat(message()).isEqualTo("first");
        assertThat(message()).isEqualTo("first");
        assertThat(message()).isEqualTo("second");
        assertThat(message()).isEqualTo("second");
        assertThat(message()).isEqualTo("third");
        assertThat(message()).isEqualTo("fourth");
        assertThat(wire.requests())
                .extracting(request -> request.header("If-None-Match").orElse("-"))
                .containsExactly("-", "\"1\"", "\"1\"", "\"2\"", "\"2\"", "-");
    }

    @Test
    void the_copy_of_the_home_serves_while_foxy_cannot_be_reached() {
        wire.then(200, HAL, "{\"message\":\"first\"}", "ETag", "\"1\"")
                .thenFail(new WireException("the connection was refused", false, null))
                .then(502, "text/html", "<html>")
                .then(200, "text/html", "<html>")
                .then(304, null, "");
        for (int i = 0; i < 5; i++) {
            assertThat(message()).isEqualTo("first");
        }
    }

    @Test
    void without_a_copy_it_is_try_later() {
        wire.thenFail(new WireException("the connection was refused", false, null))
                .then(304, null, "")
                .then(200, "text/html", "<html>");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(foxy::home).isInstanceOf(TryLaterException.class);
        }
    }

    @Test
    void a_refused_home_is_a_refusal_even_with_a_copy() {
        wire.then(200, HAL, "{}").then(400, HAL, "{\"_embedded\":{\"fx:errors\":[{\"message\":\"No version\"}]}}");
        foxy.home();
        assertCode(Code.API_REFUSED, foxy::home);
    }

    @Test
    void a_link_is_taken_from_the_home_relative_to_it() {
        String home = "{\"_links\":{\"a\":{\"href\":\"/token\"},\"b\":{\"href\":\"https://api.foxycart.com/token\"},"
                + "\"c\":{\"href\":\"https://evil.example/\"},\"d\":{\"href\":\"http://[\"},"
                + "\"e\":{\"href\":\"/x{?a}\",\"templated\":true},\"f\":{\"href\":\"/{x}\",\"templated\":true},"
                + "\"g\":{\"href\":\"//evil.example/\"}}}";
        for (int i = 0; i < 8; i++) {
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
            conversation.link("fx:create_client");
            assertThat(sandbox.exchanges(Target.HOME))
                    .extracting(each -> each.status())
                    .containsExactly(200, 304);
            sandbox.order(Fault.on(Target.HOME).dropBefore());
            assertThat(conversation.home().link("fx:token")).isPresent();
            sandbox.behave(behaviour -> behaviour.withLinksToTwin(true));
            assertCode(Code.UNTRUSTED_LINK, () -> conversation.link("fx:token"));
            assertThat(sandbox.violations()).isEmpty();
        }
    }

    private String message() {
        HalDocument home = foxy.home();
        return home.text("message").orElseThrow();
    }

    private static void assertCode(Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FoxdenException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
