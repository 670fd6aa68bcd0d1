package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes something must have been meant by the person whose browser sends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormTokenTest {
    private WebServer server;
    private String session = "";
    private String token = "";

    @BeforeAll
    void start(@TempDir Path home) {
        server = WebServer.alone(home).start();
        Person person = Person.signedIn(server);
        session = person.session();
        token = person.formToken();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/install", "/connect", "/refresh", "/disconnect", "/reset", "/sign-out"})
    void a_form_without_its_token_changes_nothing(String path) {
        assertThat(post(path, "").post().statusCode()).isEqualTo(403);
        assertThat(post(path, "csrf=" + "A".repeat(43)).post().statusCode()).isEqualTo(403);
        assertThat(post(path, "csrf=").post().statusCode()).isEqualTo(403);
    }

    @Test
    void a_token_does_not_help_a_page_of_another_site() {
        assertThat(post("/disconnect", "csrf=" + token)
                        .with("Origin", "https://evil.example")
                        .post()
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/disconnect", "csrf=" + token)
                        .with("Sec-Fetch-Site", "cross-site")
                        .post()
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_form_with_its_token_is_taken() {
        assertThat(post("/disconnect", "csrf=" + token).post().statusCode()).isEqualTo(303);
        assertThat(post("/disconnect", "csrf=" + token)
                        .with("Sec-Fetch-Site", "same-origin")
                        .post()
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_token_given_twice_is_none() {
        assertThat(post("/disconnect", "csrf=" + token + "&csrf=" + token)
                        .post()
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_token_in_the_address_is_none() {
        assertThat(Call.to(server, "/disconnect?csrf=" + token)
                        .inSession(session)
                        .form("")
                        .post()
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_token_survives_a_restart_with_its_session() {
        server.restart();

        assertThat(post("/disconnect", "csrf=" + token).post().statusCode()).isEqualTo(303);
    }

    @Test
    void the_api_takes_a_session_with_the_token_in_a_header() {
        assertThat(api().with("X-CSRF-Token", token).post().statusCode()).isEqualTo(200);
        assertThat(api().with("X-CSRF-Token", "wrong").post().statusCode()).isEqualTo(403);
        assertThat(api().with("X-CSRF-Token", token)
                        .with("Origin", "https://evil.example")
                        .post()
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_api_takes_a_session_for_json_from_a_page_of_this_site() {
        assertThat(api().json("{}").with("Sec-Fetch-Site", "same-origin").post().statusCode())
                .isEqualTo(200);
        assertThat(api().json("{}")
                        .with("Origin", "http://127.0.0.1:" + server.port())
                        .post()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_api_refuses_a_session_that_proves_nothing_more() {
        assertThat(api().post().statusCode()).isEqualTo(403);
        assertThat(api().json("{}").post().statusCode()).isEqualTo(403);
        assertThat(api().json("{}").with("Sec-Fetch-Site", "cross-site").post().statusCode())
                .isEqualTo(403);
        assertThat(api().body("text/plain", "{}")
                        .with("Sec-Fetch-Site", "same-origin")
                        .post()
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_admin_token_proves_enough() {
        assertThat(Call.to(server, "/api/v1/disconnect")
                        .asAdministrator()
                        .post()
                        .statusCode())
                .isEqualTo(200);
    }

    private Call post(String path, String form) {
        return Call.to(server, path).inSession(session).form(form);
    }

    private Call api() {
        return Call.to(server, "/api/v1/disconnect").inSession(session);
    }
}
