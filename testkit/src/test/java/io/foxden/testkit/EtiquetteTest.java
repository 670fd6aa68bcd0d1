package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EtiquetteTest {
    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start();
        caller = Caller.of(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void every_request_to_the_api_names_the_version() {
        for (String path : List.of("/", "/token", "/clients", "/stores/3200", "/nothing")) {
            Reply refused = caller.without("FOXY-API-VERSION").get(path);
            assertThat(refused.status()).isEqualTo(400);
            assertErrorDocument(refused, "FOXY-API-VERSION");
        }
        assertThat(caller.with("FOXY-API-VERSION", "2").get("/").status()).isEqualTo(400);
        assertThat(rules()).hasSize(6).containsOnly(Rule.VERSION_HEADER);
    }

    @Test
    void an_unknown_address_is_not_found() {
        Reply missing = caller.get("/nothing");

        assertThat(missing.status()).isEqualTo(404);
        assertErrorDocument(missing, "/nothing");
        assertThat(rules()).containsExactly(Rule.UNKNOWN_ADDRESS);
    }

    @Test
    void another_method_is_not_allowed() {
        Reply refused = caller.form("DELETE", "/", Map.of());

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertErrorDocument(refused, "DELETE");
        assertThat(rules()).containsExactly(Rule.METHOD);
    }

    @Test
    void head_and_options_go_without_saying() {
        Reply head = caller.send("HEAD", "/", "");
        Reply options = caller.send("OPTIONS", "/clients", "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isNotEmpty();
        assertThat(options.header("Allow")).isEqualTo("OPTIONS, POST");
    }

    @Test
    void a_body_is_a_form_or_json() {
        Reply refused = caller.with("Content-Type", "text/plain").send("POST", "/clients", "hello");
        Reply untyped = caller.send("POST", "/clients", "project_name=x");
        Reply malformed = caller.json("POST", "/clients", "{\"a\":");
        Reply array = caller.json("POST", "/clients", "[]");
        Reply twice = caller.with("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .send("POST", "/clients", "a=1&a=2");

        assertThat(List.of(refused.status(), untyped.status())).containsOnly(415);
        assertThat(List.of(malformed.status(), array.status(), twice.status())).containsOnly(400);
        assertThat(rules())
                .containsExactly(Rule.CONTENT_TYPE, Rule.CONTENT_TYPE, Rule.MALFORMED, Rule.MALFORMED, Rule.MALFORMED);
    }

    @Test
    void the_errors_of_one_document_each_have_a_reference_of_their_own() {
        Reply refused = caller.form("POST", "/clients", Map.of("project_name", "x"));
        List<String> references = refused.json().at("/_embedded/fx:errors").findValuesAsText("logref");

        assertThat(refused.json().path("total").asInt()).isEqualTo(references.size());
        assertThat(references).hasSizeGreaterThan(1).doesNotHaveDuplicates().allMatch(r -> r.matches("id-[0-9]+"));
    }

    @Test
    void an_accept_that_leaves_out_hal_is_noted() {
        caller.with("Accept", "text/html").get("/");
        caller.with("Accept", "application/hal+xml").get("/");
        caller.with("Accept", "*/*").get("/");
        caller.without("Accept").get("/");

        assertThat(rules()).containsExactly(Rule.ACCEPT, Rule.ACCEPT);
    }

    @Test
    void a_token_in_an_address_is_noted() {
        caller.get("/?access_token=x");

        assertThat(rules()).containsExactly(Rule.BEARER_MISPLACED);
    }

    @Test
    void a_query_that_cannot_be_decoded_is_refused() {
        assertThat(statusOfRaw("/?a=%zz")).isEqualTo(400);
        assertThat(rules()).containsExactly(Rule.MALFORMED);
    }

    private int statusOfRaw(String target) {
        try (Socket socket =
                new Socket(sandbox.apiUrl().getHost(), sandbox.apiUrl().getPort())) {
            String request =
                    "GET " + target + " HTTP/1.1\r\nHost: x\r\nFOXY-API-VERSION: 1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertErrorDocument(Reply reply, String message) {
        assertThat(reply.header("Content-Type")).isEqualTo("application/hal+json");
        assertThat(reply.json().path("total").asInt()).isEqualTo(1);
        assertThat(reply.json().at("/_links/curies").isArray()).isTrue();
        assertThat(reply.text("/_embedded/fx:errors/0/logref")).matches("id-[0-9]{10}");
        assertThat(reply.text("/_embedded/fx:errors/0/message")).contains(message);
    }

    private List<Rule> rules() {
        return sandbox.violations().stream().map(Violation::rule).toList();
    }
}
