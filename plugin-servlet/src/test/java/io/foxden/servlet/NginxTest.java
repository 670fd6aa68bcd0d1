package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.foxden.testkit.Sandbox;
import io.foxden.testkit.fault.Consent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job in a real browser behind a real nginx, as people configure it. */
class NginxTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.start();
    private WebServer server;

    @BeforeEach
    void prepare() {
        assumeTrue(Files.isExecutable(Nginx.PROGRAM), "nginx is not installed");
        server = WebServer.at(home, sandbox).withDetails();
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.APPROVE));
    }

    @AfterEach
    void stop() {
        server.close();
        sandbox.close();
    }

    @Test
    void with_the_usual_lines_and_trusted() throws Exception {
        server.with("foxden.trusted-proxies", "127.0.0.1").start();
        String location = """
                location /foxden/ {
                  proxy_pass http://127.0.0.1:%d;
                  proxy_set_header Host $http_host;
                  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                  proxy_set_header X-Forwarded-Proto $scheme;
                }
                """.formatted(server.port());
        try (Nginx nginx = Nginx.start(folder, location);
                Chromium browser = Chromium.start()) {
            String page = signIn(browser, nginx.site() + "/foxden/");
            assertThat(page).doesNotContain("foxden.trusted-proxies");

            connect(browser, nginx.site() + "/foxden");
        }
    }

    @Test
    void without_a_word_to_us_it_is_told_and_the_job_is_done_all_the_same() throws Exception {
        server.start();
        String location = "location / { proxy_pass http://127.0.0.1:%d; }".formatted(server.port());
        try (Nginx nginx = Nginx.start(folder, location);
                Chromium browser = Chromium.start()) {
            String page = signIn(browser, nginx.site() + "/foxden/");
            assertThat(page).contains("foxden.trusted-proxies=127.0.0.1");

            connect(browser, nginx.site() + "/foxden");
        }
    }

    @Test
    void where_it_puts_the_application_under_another_path() throws Exception {
        server.start();
        String location = "location /shop/den/ { proxy_pass http://127.0.0.1:%d/foxden/; }".formatted(server.port());
        try (Nginx nginx = Nginx.start(folder, location);
                Chromium browser = Chromium.start()) {
            signIn(browser, nginx.site() + "/shop/den/");

            connect(browser, nginx.site() + "/shop/den");
        }
    }

    private String signIn(Chromium browser, String address) {
        browser.open(URI.create(address));
        browser.type("Code", Person.setupCode(server)).press("Sign in");
        assertThat(browser.address()).isEqualTo(address);
        return browser.text();
    }

    private void connect(Chromium browser, String site) {
        browser.press("Register and connect");
        assertThat(browser.text()).contains("Connected", "Example Store");
        assertThat(browser.address()).startsWith(site + "/connect/result");
        assertThat(sandbox.clients()).hasSize(1);
        assertThat(sandbox.clients().get(0).redirectUri()).isEqualTo(site + "/callback");
        assertThat(Call.to(server, "/api/v1/status").asAdministrator().get().body())
                .doesNotContain("site_moved");
    }
}
