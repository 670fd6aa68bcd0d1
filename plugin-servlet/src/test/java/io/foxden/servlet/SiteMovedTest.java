package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.Sandbox;
import io.foxden.testkit.browser.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site that is no longer where it was registered says so everywhere, and sends nobody away in vain. */
class SiteMovedTest {
    @TempDir
    Path home;

    private final Sandbox sandbox = Sandbox.start();
    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.at(home, sandbox).withDetails().start();
    }

    @AfterEach
    void stop() {
        server.close();
        sandbox.close();
    }

    @Test
    void another_address_in_the_settings_is_told_and_nobody_is_sent_to_foxy() {
        registered("https://old.example.com/foxden");
        server.close();
        server.with("foxden.site-url", "https://new.example.com/foxden").start();

        assertThat(status())
                .contains("\"site_moved\"")
                .contains("https://new.example.com/foxden", "https://old.example.com/foxden/callback");
        assertThat(Call.to(server, "/api/v1/doctor").asAdministrator().get().body())
                .contains("https://new.example.com/foxden");
        assertThat(Call.to(server, "/api/v1/history").asAdministrator().get().body())
                .contains("site_moved");
        assertThat(Call.to(server, "/health").get().statusCode()).isEqualTo(200);
        HttpResponse<String> refused =
                Call.to(server, "/api/v1/connect").asAdministrator().json("{}").post();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("\"site_moved\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://old.example.com/foxden/",
                "https://old.example.com:443/foxden",
                "HTTPS://OLD.example.com/foxden"
            })
    void the_same_address_in_another_spelling_is_no_move(String spelling) {
        registered("https://old.example.com/foxden");
        server.close();
        server.with("foxden.site-url", spelling).start();

        assertThat(status()).doesNotContain("site_moved");
    }

    @Test
    void a_browser_at_another_address_tells_where_the_registered_one_leads_here_no_longer() {
        registered("http://127.0.0.1:9/foxden");
        Person person = Person.signedIn(server);

        assertThat(status())
                .contains("\"site_moved\"")
                .contains(server.address("").toString());
        Page page = person.open("/");
        assertThat(page.text()).contains("no longer where it was registered");
        assertThat(person.press(page, "/connect").text()).contains("no longer where it was registered");
    }

    @Test
    void a_browser_that_uses_another_name_of_the_same_site_tells_nothing() {
        registered(server.address("").toString());

        Call.byAnotherName(server, "/claim")
                .with("Origin", "http://localhost:" + server.port())
                .form("code=" + Person.setupCode(server))
                .post();

        assertThat(status()).doesNotContain("site_moved");
    }

    @Test
    void an_administrator_who_comes_by_a_tunnel_tells_nothing() {
        registered("https://shop.example.com/foxden");
        Person.signedIn(server);

        assertThat(status()).doesNotContain("site_moved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example.com", "https://www.shop.example.com"})
    void https_and_www_come_and_go(String origin) {
        registered("https://shop.example.com/foxden");
        String authority = origin.replaceFirst(".*://", "");
        assertThat(Call.to(server, "/claim")
                        .with("Origin", origin)
                        .with("X-Forwarded-Host", authority)
                        .form("code=" + Person.setupCode(server))
                        .post()
                        .statusCode())
                .isEqualTo(303);

        assertThat(status()).doesNotContain("site_moved");
    }

    private void registered(String site) {
        assertThat(Call.to(server, "/api/v1/install")
                        .asAdministrator()
                        .json("{\"site_url\": \"" + site + "\"}")
                        .post()
                        .statusCode())
                .isEqualTo(201);
    }

    private String status() {
        return Call.to(server, "/api/v1/status").asAdministrator().get().body();
    }
}
