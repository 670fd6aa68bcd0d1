package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenHomeTest {
    @TempDir
    Path folder;

    @Test
    void the_application_starts_although_no_record_can_be_read() throws IOException {
        WebServer server = WebServer.alone(folder).start();
        Person.signedIn(server);
        server.close();
        try (Stream<Path> records = Files.list(folder.resolve("records"))) {
            for (Path record : records.toList()) {
                Files.writeString(record, "{broken");
            }
        }
        try (server) {
            server.start();

            assertThat(Call.to(server, "/health").get().statusCode()).isIn(200, 503);
            assertThat(Call.to(server, "/").get().statusCode()).isIn(401, 503);
            HttpResponse<String> claim =
                    Call.to(server, "/claim").form("code=x").post();
            assertThat(claim.body()).doesNotContain("record").doesNotContain(folder.toString());
        }
    }

    @Test
    void bad_settings_are_all_on_the_page_and_forbid_changes() {
        try (WebServer server = WebServer.alone(folder)
                .with("foxden.environment", "moon")
                .with("foxden.sight-url", "http://x")
                .start()) {
            Person person = Person.signedIn(server);

            assertThat(person.open("/").text()).contains("moon").contains("foxden.sight-url");
            assertThat(person.open("/").forms()).hasSize(1);
            HttpResponse<String> answer =
                    Call.to(server, "/api/v1/install").asAdministrator().post();
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("\"bad_setting\"");
        }
    }
}
