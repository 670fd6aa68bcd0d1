package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language a page says that it is in. */
class LanguageTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({",en", "de,en", "en,en", "en-XA,en-XA"})
    void a_page_tells_the_language_that_it_is_in_whatever_was_wished(String set, String told) {
        WebServer server = WebServer.alone(home);
        try (server) {
            (set == null ? server : server.with("foxden.language", set)).start();

            HttpResponse<String> page =
                    Call.to(server, "/").with("Accept-Language", "de, ja;q=0.5").get();

            assertThat(page.body()).contains("<html lang=\"" + told + "\">");
            assertThat(page.headers().firstValue("Vary"))
                    .as("there is one language to choose from")
                    .isEmpty();
        }
    }

    @Test
    void a_language_that_is_none_is_a_bad_setting() {
        try (WebServer server =
                WebServer.alone(home).with("foxden.language", "klingon").start()) {
            String status =
                    Call.to(server, "/api/v1/status").asAdministrator().get().body();

            assertThat(status).contains("is not a language that Foxden speaks", "en, de, fr, es, ja, ar");
        }
    }
}
