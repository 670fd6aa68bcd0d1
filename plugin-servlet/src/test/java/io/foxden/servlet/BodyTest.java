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

/** Bodies and queries that are not as they should be end in a 400, never in a stack trace. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyTest {
    private WebServer server;

    @BeforeAll
    void start(@TempDir Path home) {
        server = WebServer.alone(home).start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "multipart/form-data; boundary=x",
                "text/plain",
                "application/x-www-form-urlencoded; charset=utf-16",
                "nonsense"
            })
    void only_a_form_in_utf_8_is_a_form(String type) {
        assertThat(Call.to(server, "/claim").body(type, "code=x").post().statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded;charset=UTF-8",
                "Application/X-WWW-Form-Urlencoded; charset=\"utf-8\""
            })
    void a_form_is_one_however_its_type_is_written(String type) {
        assertThat(Call.to(server, "/claim")
                        .with("X-Forwarded-For", type)
                        .body(type, "code=" + WebServer.ADMIN_TOKEN)
                        .post()
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_body_of_more_than_64_kilobytes_is_refused() {
        assertThat(Call.to(server, "/claim")
                        .form("code=" + "x".repeat(70_000))
                        .post()
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_refusal_that_needs_no_body_arrives_all_the_same() {
        for (int i = 0; i < 50; i++) {
            assertThat(Call.to(server, "/invented")
                            .form("x=" + "y".repeat(50_000))
                            .post()
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_broken_body_is_refused() {
        String chunked = "Transfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nzz\r\nx";

        RawCall answer = RawCall.send(server, "POST", "/foxden/claim", chunked);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/callback?state=%zz",
                "/callback?state=%ff",
                "/connect/start?ticket=%",
                "/connect/result?ref=a&ref=b"
            })
    void a_broken_query_is_refused(String path) {
        RawCall answer = RawCall.get(server, "/foxden" + path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception");
    }
}
