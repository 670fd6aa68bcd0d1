package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Users whom the host knows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleTest {
    private WebServer server;

    @BeforeAll
    void start(@TempDir Path home) {
        server = WebServer.alone(home).with("foxden.admin.role", "shop-admin").start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_user_in_the_role_is_an_administrator() {
        assertThat(as("ada", "shop-admin", "/").get().statusCode()).isEqualTo(200);
        assertThat(as("ada", "shop-admin", "/api/v1/status").get().statusCode()).isEqualTo(200);
    }

    @Test
    void a_user_without_the_role_is_known_and_may_not() {
        assertThat(as("bob", "clerk", "/").get().statusCode()).isEqualTo(403);
        assertThat(as("bob", "clerk", "/invented").get().statusCode()).isEqualTo(403);
        assertThat(as("bob", "clerk", "/api/v1/status").get().body()).contains("\"forbidden\"");
        assertThat(as("bob", "clerk", "/health").get().statusCode()).isEqualTo(200);
    }

    @Test
    void a_known_user_can_still_sign_in_with_a_code() {
        HttpResponse<String> page = as("bob", "clerk", "/").get();
        assertThat(page.body()).contains("action=\"./claim\"").contains("Your account at this site");

        HttpResponse<String> claimed = as("bob", "clerk", "/claim")
                .form("code=" + WebServer.ADMIN_TOKEN)
                .post();
        String cookie = claimed.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");

        assertThat(as("bob", "clerk", "/").with("Cookie", cookie).get().statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_role_users_form_needs_the_token_bound_to_user_and_cookie() {
        HttpResponse<String> page = as("ada", "shop-admin", "/").get();
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        Matcher field = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(field.find()).isTrue();
        String form = "csrf=" + field.group(1);

        assertThat(as("ada", "shop-admin", "/disconnect").form(form).post().statusCode())
                .as("without the cookie")
                .isEqualTo(403);
        assertThat(as("eve", "shop-admin", "/disconnect")
                        .with("Cookie", cookie)
                        .form(form)
                        .post()
                        .statusCode())
                .as("another user")
                .isEqualTo(403);
        assertThat(as("ada", "shop-admin", "/disconnect")
                        .with("Cookie", cookie)
                        .form(form)
                        .post()
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_role_user_has_nothing_to_sign_out_of() {
        assertThat(as("ada", "shop-admin", "/").get().body()).doesNotContain("sign-out");
    }

    @Test
    void the_hosts_own_bearer_token_is_no_guess_at_ours() {
        for (int i = 0; i < 15; i++) {
            assertThat(as("ada", "shop-admin", "/api/v1/status")
                            .with("Authorization", "Bearer the-hosts-own")
                            .get()
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void another_form_key_that_a_neighbour_set_meanwhile_does_no_harm() {
        HttpResponse<String> page = as("ada", "shop-admin", "/").get();
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        Matcher field = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(field.find()).isTrue();
        String tossed = cookie.replaceFirst("=.*", "=" + "A".repeat(43));

        assertThat(as("ada", "shop-admin", "/disconnect")
                        .with("Cookie", tossed + "; " + cookie)
                        .form("csrf=" + field.group(1))
                        .post()
                        .statusCode())
                .isEqualTo(303);
    }

    private Call as(String user, String role, String path) {
        return Call.to(server, path).with("X-Host-User", user).with("X-Host-Role", role);
    }
}
