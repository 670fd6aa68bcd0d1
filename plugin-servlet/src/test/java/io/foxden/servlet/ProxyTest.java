package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.Sandbox;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a proxy that ends TLS, and changes the path. */
class ProxyTest {
    @TempDir
    Path home;

    private final Sandbox sandbox = Sandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_trusted_proxy_tells_the_public_address() {
        try (WebServer server = WebServer.at(home, sandbox)
                .withDetails()
                .with("foxden.trusted-proxies", "127.0.0.1")
                .start()) {
            HttpResponse<String> claimed = forwarded(Call.to(server, "/claim"))
                    .with("Origin", "https://shop.example.com")
                    .form("code=" + Person.setupCode(server))
                    .post();
            assertThat(claimed.statusCode()).isEqualTo(303);
            String cookie = claimed.headers().firstValue("Set-Cookie").orElse("");
            assertThat(cookie).doesNotContain("Path=").endsWith("; Secure");

            HttpResponse<String> page = forwarded(Call.to(server, "/"))
                    .with("Cookie", cookie.replaceFirst(";.*", ""))
                    .get();
            assertThat(page.body()).contains("value=\"https://shop.example.com/foxden\"");

            HttpResponse<String> installed = forwarded(Call.to(server, "/api/v1/install"))
                    .asAdministrator()
                    .post();
            assertThat(installed.body()).contains("https://shop.example.com/foxden/callback");
        }
    }

    @Test
    void nobody_elses_word_about_the_address_counts() {
        try (WebServer server = WebServer.at(home, sandbox).withDetails().start()) {
            HttpResponse<String> installed = forwarded(Call.to(server, "/api/v1/install"))
                    .asAdministrator()
                    .post();

            assertThat(installed.body())
                    .contains(server.address("/callback").toString())
                    .doesNotContain("shop.example.com");
        }
    }

    @Test
    void the_limit_counts_the_clients_behind_a_trusted_proxy_apart() {
        try (WebServer server = WebServer.at(home, sandbox)
                .with("foxden.trusted-proxies", "127.0.0.1")
                .start()) {
            int status = 0;
            for (int i = 0; i < 11; i++) {
                status = claim(server, "198.51.100.1", "1.2.3." + i);
            }
            assertThat(status).isEqualTo(429);
            assertThat(claim(server, "198.51.100.2", "")).isEqualTo(401);
        }
    }

    @Test
    void cookies_and_links_hold_where_the_proxy_changes_the_path() {
        try (WebServer server = WebServer.at(home, sandbox)
                .with("foxden.site-url", "https://shop.example.com/den")
                .with("foxden.trusted-proxies", "127.0.0.1")
                .start()) {
            HttpResponse<String> claimed = forwarded(Call.to(server, "/claim"))
                    .form("code=" + Person.setupCode(server))
                    .post();

            assertThat(claimed.headers().firstValue("Set-Cookie").orElse("")).contains("; Path=/den;");
            assertThat(claimed.headers().firstValue("Location")).contains("./?done=signed_in");
            assertThat(forwarded(Call.to(server, "/")).get().body())
                    .contains("action=\"./claim\"")
                    .doesNotContain("\"/foxden");
        }
    }

    @Test
    void a_browser_on_https_gets_a_secure_cookie_although_the_proxy_is_not_trusted() {
        try (WebServer server = WebServer.at(home, sandbox).start()) {
            HttpResponse<String> claimed = Call.to(server, "/claim")
                    .with("Origin", "https://127.0.0.1:" + server.port())
                    .form("code=" + Person.setupCode(server))
                    .post();

            assertThat(claimed.headers().firstValue("Set-Cookie").orElse("")).endsWith("; Secure");
        }
    }

    private static int claim(WebServer server, String client, String spoofed) {
        String hops = spoofed.isEmpty() ? client : spoofed + ", " + client;
        return Call.to(server, "/claim")
                .with("X-Forwarded-For", hops)
                .form("code=wrong")
                .post()
                .statusCode();
    }

    private static Call forwarded(Call call) {
        return call.with("X-Forwarded-For", "198.51.100.1")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Host", "shop.example.com");
    }
}
