package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.browser.Page;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
    @TempDir
    Path home;

    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.alone(home).start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_setup_code_opens_the_page_once() {
        Person first = Person.before(server);
        String code = Person.setupCode(server);

        assertThat(first.signIn(code).text()).contains("Connect this site to Foxy");
        assertThat(Files.exists(home.resolve("setup-code"))).isFalse();
        assertThat(Person.before(server).signIn(code).status()).isEqualTo(401);
    }

    @Test
    void strangers_see_the_same_bytes_before_and_after_the_claim() {
        String before = Call.to(server, "/").get().body();
        Person.signedIn(server);

        assertThat(Call.to(server, "/").get().body()).isEqualTo(before);
        assertThat(before).doesNotContain("Acme").doesNotContain("127.0.0.1");
    }

    @Test
    void a_wrong_code_is_told_beside_the_field_and_not_repeated() {
        Page page = Person.before(server).signIn("not-the-code");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).contains("This code does not open the page.");
        assertThat(page.body()).doesNotContain("not-the-code").contains("aria-invalid=\"true\"");
    }

    @Test
    void the_admin_token_opens_the_page_too() {
        assertThat(Person.before(server).signIn(WebServer.ADMIN_TOKEN).status()).isEqualTo(200);
    }

    @Test
    void a_code_in_the_address_that_reaches_the_server_is_nobodys() {
        assertThat(Call.to(server, "/?code=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                        .get()
                        .body())
                .doesNotContain("alert")
                .isEqualTo(Call.to(server, "/").get().body());
    }

    @Test
    void the_page_for_strangers_runs_its_one_script_and_no_other() {
        HttpResponse<String> page = Call.to(server, "/").get();
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");

        assertThat(policy)
                .containsPattern("script-src 'sha256-[A-Za-z0-9+/=]{44}';")
                .doesNotContain("unsafe");
        assertThat(page.body().split("<script>", -1)).hasSize(2);
        assertThat(Call.to(server, "/api/v1/status")
                        .get()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .doesNotContain("script-src");
    }

    @Test
    void over_https_the_cookie_is_named_so_that_no_other_site_can_set_it() {
        HttpResponse<String> answer = claim(WebServer.ADMIN_TOKEN)
                .with("Origin", server.address("").toString().replaceFirst("http://([^/]+).*", "https://$1"))
                .post();
        String cookie = answer.headers().firstValue("Set-Cookie").orElse("");

        assertThat(cookie)
                .startsWith("__Secure-foxden_session=")
                .contains("; Secure")
                .doesNotContain("Path=");
        assertThat(Call.to(server, "/")
                        .with("Cookie", cookie.replaceFirst(";.*", ""))
                        .get()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void where_the_whole_host_is_foxdens_the_cookie_is_the_hosts_own(@TempDir Path another) {
        try (WebServer whole = WebServer.alone(another)
                .withContextPath("/")
                .with("foxden.site-url", "https://shop.example.com")
                .start()) {
            HttpResponse<String> answer = Call.to(whole, "claim")
                    .with("Origin", "https://shop.example.com")
                    .with("Sec-Fetch-Site", "same-origin")
                    .form("code=" + WebServer.ADMIN_TOKEN)
                    .post();

            assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                    .startsWith("__Host-foxden_session=")
                    .contains("; Path=/;", "; Secure");
        }
    }

    @Test
    void however_many_cookies_of_the_name_a_neighbour_sets_ours_is_found() {
        String session = Person.signedIn(server).session();
        String tossed = ("foxden_session=" + "A".repeat(43) + "; ").repeat(100);

        assertThat(Call.to(server, "/")
                        .with("Cookie", tossed + "foxden_session=" + session)
                        .get()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_session_cookie_is_for_the_base_path_and_not_for_scripts() {
        HttpResponse<String> answer = claim(Person.setupCode(server)).post();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("foxden_session=")
                .doesNotContain("Path=")
                .contains("; HttpOnly")
                .contains("; SameSite=Lax")
                .contains("; Max-Age=43")
                .doesNotContain("Secure");
    }

    @Test
    void a_session_outlives_a_restart() {
        Person person = Person.signedIn(server);
        server.restart();

        assertThat(person.open("/").status()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_session_for_good() {
        Person person = Person.signedIn(server);
        String session = person.session();

        Page page = person.press(person.open("/"), "/sign-out");

        assertThat(page.status()).isEqualTo(401);
        assertThat(person.browser().cookies()).isEmpty();
        assertThat(Call.to(server, "/").inSession(session).get().statusCode()).isEqualTo(401);
    }

    @Test
    void a_neighbours_cookie_of_the_same_name_does_not_lock_out() {
        String session = Person.signedIn(server).session();
        String foreign = "A".repeat(43);

        assertThat(Call.to(server, "/")
                        .with("Cookie", "foxden_session=" + foreign + "; foxden_session=" + session)
                        .get()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void another_sites_page_cannot_sign_anybody_in() {
        String code = Person.setupCode(server);

        assertThat(claim(code).with("Origin", "https://evil.example").post().statusCode())
                .isEqualTo(403);
        assertThat(claim(code).with("Origin", "null").post().statusCode()).isEqualTo(403);
        assertThat(claim(code).with("Sec-Fetch-Site", "cross-site").post().statusCode())
                .isEqualTo(403);
        assertThat(claim(code).with("Sec-Fetch-Site", "same-site").post().statusCode())
                .isEqualTo(403);
        assertThat(claim(code).with("Sec-Fetch-Site", "same-origin").post().statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoever_is_wrong_too_often_is_told_so_and_whoever_is_right_is_let_in_all_the_same() {
        for (int i = 0; i < 10; i++) {
            assertThat(claim("wrong-" + i).post().statusCode()).isEqualTo(401);
        }
        HttpResponse<String> wrong = claim("wrong").post();

        assertThat(wrong.statusCode()).isEqualTo(429);
        assertThat(wrong.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 10L);
        assertThat(claim(Person.setupCode(server)).post().statusCode()).isEqualTo(303);
        assertThat(claim(WebServer.ADMIN_TOKEN).post().statusCode()).isEqualTo(303);
    }

    @Test
    void wrong_tokens_do_not_keep_the_right_one_out() {
        for (int i = 0; i < 30; i++) {
            HttpResponse<String> wrong = Call.to(server, "/api/v1/status")
                    .with("Authorization", "Bearer wrong")
                    .get();

            assertThat(wrong.statusCode()).isEqualTo(i < 10 ? 401 : 429);
            assertThat(Call.to(server, "/api/v1/status").asAdministrator().get().statusCode())
                    .isEqualTo(200);
        }
        assertThat(claim("wrong").post().statusCode())
                .as("codes are counted apart")
                .isEqualTo(401);
    }

    @Test
    void wrong_tickets_do_not_keep_a_code_out_nor_the_other_way_round() {
        for (int i = 0; i < 12; i++) {
            Call.to(server, "/connect/start?ticket=wrong").get();
        }

        assertThat(Call.to(server, "/connect/start?ticket=wrong").get().statusCode())
                .isEqualTo(429);
        assertThat(claim("wrong").post().statusCode()).isEqualTo(401);
    }

    @Test
    void the_admin_token_may_come_in_a_header_of_its_own() {
        assertThat(status().with("Foxden-Token", WebServer.ADMIN_TOKEN).get().statusCode())
                .isEqualTo(200);
        assertThat(status().with("Foxden-Token", WebServer.ADMIN_TOKEN)
                        .with("Authorization", "Basic aG9zdDpob3N0")
                        .get()
                        .statusCode())
                .as("beside the host's own login")
                .isEqualTo(200);
        assertThat(status().with("Foxden-Token", "wrong").get().statusCode()).isEqualTo(401);
        assertThat(Call.to(server, "/")
                        .with("Foxden-Token", WebServer.ADMIN_TOKEN)
                        .get()
                        .statusCode())
                .as("on the page")
                .isEqualTo(401);
    }

    @Test
    void of_two_headers_a_wrong_one_is_not_held_against_the_right_one() {
        for (int i = 0; i < 15; i++) {
            assertThat(status().with("Foxden-Token", WebServer.ADMIN_TOKEN)
                            .with("Authorization", "Bearer wrong")
                            .get()
                            .statusCode())
                    .isEqualTo(200);
            assertThat(status().with("Foxden-Token", "wrong")
                            .asAdministrator()
                            .get()
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(status().with("Foxden-Token", "wrong").get().statusCode()).isEqualTo(401);
    }

    private Call status() {
        return Call.to(server, "/api/v1/status");
    }

    @Test
    void right_bearer_tokens_are_not_counted() {
        for (int i = 0; i < 30; i++) {
            assertThat(Call.to(server, "/api/v1/status").asAdministrator().get().statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_admin_token_is_no_session_and_no_code_of_a_page_address() {
        assertThat(Call.to(server, "/").asAdministrator().get().statusCode()).isEqualTo(401);
        assertThat(Call.to(server, "/").inSession(WebServer.ADMIN_TOKEN).get().statusCode())
                .isEqualTo(401);
    }

    private Call claim(String code) {
        return Call.to(server, "/claim").form("code=" + code);
    }
}
