package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.servlet.page.Route;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything below the base path is closed unless it is opened by name, however the path is spelt. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressTest {
    private static final String BEARER = "Authorization: Bearer " + WebServer.ADMIN_TOKEN;

    private WebServer server;

    @BeforeAll
    void start(@TempDir Path home) {
        server = WebServer.alone(home).start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<String> spellings() {
        return Arrays.stream(Route.values())
                .map(Route::path)
                .flatMap(AddressTest::spellings)
                .distinct();
    }

    private static Stream<String> spellings(String path) {
        String name = path.substring(1);
        return Stream.of(
                "/" + path,
                "//" + name,
                path + "/",
                path + "//",
                path + "%3bx=y",
                path + "%00",
                path + "%20",
                path + ".",
                path + "/.",
                path + "/..;/health",
                "/." + path,
                "/;a=b" + path,
                "/%2e" + path,
                "/%2E" + path,
                "/x/.." + path,
                "/x/%2e%2e" + path,
                "/x/..;" + path,
                "/%2f" + name,
                "/%5c" + name,
                path.replace("a", "%61").replace("e", "%65"),
                path.replace("a", "%2561").replace("e", "%2565"),
                path.toUpperCase(java.util.Locale.ROOT),
                path + "%0d%0aX-Bad:%20yes",
                path + "%c0%af");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void a_spelling_of_an_address_is_closed_to_strangers(String path) {
        if (path.equals("/")) {
            return; // the page itself in capitals
        }
        for (String method : List.of("GET", "POST", "HEAD", "PUT", "OPTIONS")) {
            RawCall answer = RawCall.send(server, method, "/foxden" + path);

            assertThat(answer.status()).as(method + " " + path).isIn(400, 401);
            assertThat(answer.head()).doesNotContain("X-Bad");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/status/",
                "/api/v1//status",
                "/api/v1/%73tatus",
                "/api/v1/Status",
                "/api/v1/./status",
                "/api/v1/",
                "/api/v1/none"
            })
    void a_spelling_of_an_address_is_unknown_to_administrators(String path) {
        assertThat(RawCall.get(server, "/foxden" + path, BEARER).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health;jsessionid=1A2B", ";jsessionid=1A2B/health", "/health;a=b;c"})
    void a_session_id_that_the_server_wrote_into_a_link_does_no_harm(String path) {
        assertThat(RawCall.get(server, "/foxden" + path).status()).isEqualTo(200);
        assertThat(RawCall.get(server, "/foxden" + path.replace("/health", "/api/v1/status"))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/API/v1/status",
                "//api/v1/status",
                "/%61pi/v1/status",
                "/./api/v1/status",
                "/;x/api/v1/status",
                "/x/../api/v1/status"
            })
    void the_admin_token_counts_where_the_api_is_and_nowhere_that_looks_like_it(String path) {
        RawCall answer = RawCall.get(server, "/foxden" + path, BEARER);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.head()).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/status",
                "/api/v1/doctor",
                "/api/v1/openapi.json",
                "/no/such/thing",
                "/favicon.ico",
                "/connect",
                "/install"
            })
    void a_stranger_cannot_tell_what_is_there(String path) {
        HttpResponse<String> answer = Call.to(server, path).get();

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"foxden\"");
        assertThat(answer.headers().firstValue("Allow")).isEmpty();
    }

    @Test
    void existing_and_invented_addresses_get_the_same_words() {
        assertThat(Call.to(server, "/install").post().body())
                .isEqualTo(Call.to(server, "/invented").post().body());
        assertThat(Call.to(server, "/api/v1/status").get().body())
                .isEqualTo(Call.to(server, "/api/v1/invented").get().body());
    }

    @Test
    void a_script_gets_a_problem_document() {
        assertThat(Call.to(server, "/api/v1/status").get().headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(Call.to(server, "/invented")
                        .with("Accept", "application/json")
                        .get()
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(Call.to(server, "/invented")
                        .with("X-Requested-With", "XMLHttpRequest")
                        .get()
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(Call.to(server, "/invented")
                        .with("Accept", "text/html,application/json;q=0.9,*/*;q=0.8")
                        .get()
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("text/html");
    }

    @Test
    void a_wrong_method_is_told_to_administrators() {
        HttpResponse<String> answer =
                Call.to(server, "/api/v1/status").asAdministrator().json("{}").post();

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(Call.to(server, "/api/v1/install")
                        .asAdministrator()
                        .get()
                        .headers()
                        .firstValue("Allow"))
                .contains("POST");
        assertThat(Call.to(server, "/api/v1/status")
                        .asAdministrator()
                        .send("OPTIONS")
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void strangers_get_nothing_from_options_where_it_is_closed() {
        assertThat(Call.to(server, "/api/v1/status").send("OPTIONS").statusCode())
                .isEqualTo(401);
        assertThat(Call.to(server, "/install").send("OPTIONS").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/health|GET, HEAD, OPTIONS",
                "/claim|POST, OPTIONS",
                "/callback|GET, OPTIONS",
                "/connect/start|GET, OPTIONS",
                "/connect/result|GET, HEAD, OPTIONS"
            })
    void an_open_address_says_what_it_takes(String path, String allowed) {
        HttpResponse<String> options = Call.to(server, path).send("OPTIONS");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains(allowed);
        assertThat(options.headers().firstValue("Content-Length")).isEmpty();

        HttpResponse<String> wrong = Call.to(server, path).send("DELETE");
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).contains(allowed);
    }

    @Test
    void anyone_may_ask_for_the_health() {
        HttpResponse<String> answer = Call.to(server, "/health").get();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"UP\"").contains("\"new\"");
        assertThat(Call.to(server, "/health").send("HEAD").statusCode()).isEqualTo(200);
        assertThat(Call.to(server, "/health").send("HEAD").body()).isEmpty();
        assertThat(Call.to(server, "/health").post().statusCode()).isEqualTo(405);
    }

    @Test
    void the_page_answers_with_and_without_a_slash() {
        RawCall without = RawCall.get(server, "/foxden");

        assertThat(without.status()).isIn(301, 302, 401); // Jetty redirects to the slash by itself
    }
}
