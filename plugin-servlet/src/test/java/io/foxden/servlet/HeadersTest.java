package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersTest {
    private WebServer server;
    private String session = "";

    @BeforeAll
    void start(@TempDir Path home) {
        server = WebServer.alone(home).start();
        session = Person.signedIn(server).session();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void every_answer_binds_the_browser() {
        answers().forEach(answer -> {
            HttpHeaders headers = answer.headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(answer.uri().getPath())
                    .startsWith("default-src 'none'; style-src 'sha256-")
                    .contains("frame-ancestors 'none'")
                    .contains("base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
            assertThat(answer.body()).doesNotContain("onclick");
            boolean scripted =
                    headers.firstValue("Content-Security-Policy").orElse("").contains("script-src");
            assertThat(answer.body().split("<script", -1)).hasSize(scripted ? 2 : 1);
            assertThat(scripted)
                    .as("only the page for strangers has one, for the code of a login link")
                    .isEqualTo(answer.body().contains("name=\"code\""));
        });
    }

    private Stream<HttpResponse<String>> answers() {
        return Stream.of(
                Call.to(server, "/").get(),
                Call.to(server, "/").inSession(session).get(),
                Call.to(server, "/health").get(),
                Call.to(server, "/invented").get(),
                Call.to(server, "/invented").inSession(session).get(),
                Call.to(server, "/install").inSession(session).get(),
                Call.to(server, "/install").inSession(session).form("").post(),
                Call.to(server, "/claim").form("code=wrong").post(),
                Call.to(server, "/claim").json("{}").post(),
                Call.to(server, "/callback?state=x&code=y").get(),
                Call.to(server, "/connect/start?ticket=x").get(),
                Call.to(server, "/connect/result?ref=x").get(),
                Call.to(server, "/api/v1/status").get(),
                Call.to(server, "/api/v1/status").asAdministrator().get(),
                Call.to(server, "/api/v1/install").asAdministrator().json("{").post());
    }

    @Test
    void strangers_are_not_told_where_forms_lead() {
        assertThat(Call.to(server, "/")
                        .get()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("form-action 'self';");
        assertThat(Call.to(server, "/")
                        .inSession(session)
                        .get()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("form-action 'self' http://127.0.0.1:9;");
    }
}
