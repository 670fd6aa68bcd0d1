package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a proxy that nobody has told Foxden to believe: the browser's own word counts, and the page says what is missing. */
class UntrustedProxyTest {
    private static final String LINE = "foxden.trusted-proxies&#x3D;127.0.0.1";

    @TempDir
    Path home;

    private WebServer server;

    @BeforeEach
    void prepare() {
        server = WebServer.alone(home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_address_that_the_browser_signed_in_at_is_proposed_and_the_line_that_is_missing_told() {
        server.start();
        HttpResponse<String> claimed = told(Call.to(server, "/claim"))
                .with("Origin", "https://shop.example.com")
                .form("code=" + Person.setupCode(server))
                .post();
        assertThat(claimed.statusCode()).isEqualTo(303);

        String page =
                told(Call.to(server, "/")).inSession(session(claimed)).get().body();

        assertThat(page)
                .contains("value=\"https://shop.example.com/foxden\"")
                .contains("X-Forwarded-Proto")
                .contains("X-Forwarded-Host")
                .contains(LINE)
                .doesNotContain("value=\"http://127.0.0.1");
    }

    @Test
    void a_proxy_that_says_nothing_is_noticed_by_what_the_browser_says() {
        server =
                WebServer.alone(home).with("foxden.trusted-proxies", "10.0.0.1").start();
        HttpResponse<String> claimed = fromPage(Call.to(server, "/claim"), "https://shop.example.com/foxden/")
                .with("Origin", "https://shop.example.com")
                .form("code=" + Person.setupCode(server))
                .post();
        assertThat(claimed.headers().firstValue("Set-Cookie").orElse("")).endsWith("; Secure");

        String page = fromPage(Call.to(server, "/"), "https://shop.example.com/foxden/")
                .inSession(session(claimed))
                .get()
                .body();

        assertThat(page)
                .contains("value=\"https://shop.example.com/foxden\"")
                .contains("said nothing of it")
                .contains("foxden.trusted-proxies&#x3D;10.0.0.1,127.0.0.1");
        assertThat(Call.to(server, "/").inSession(session(claimed)).get().body())
                .contains("value=\"https://shop.example.com/foxden\"");
    }

    @Test
    void the_path_that_the_browser_sees_is_proposed_where_a_proxy_changes_it() {
        server.start();
        HttpResponse<String> claimed = fromPage(Call.to(server, "/claim"), "https://shop.example.com/shop/den/")
                .with("Origin", "https://shop.example.com")
                .form("code=" + Person.setupCode(server))
                .post();

        assertThat(claimed.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("Path=");
        assertThat(Call.to(server, "/").inSession(session(claimed)).get().body())
                .contains("value=\"https://shop.example.com/shop/den\"");
    }

    @Test
    void another_sites_page_does_not_say_where_we_are() {
        server.start();
        String session = Person.signedIn(server).session();

        for (String fetch : new String[] {"cross-site", "same-site", "none", ""}) {
            Call call = Call.to(server, "/").inSession(session).with("Referer", "https://evil.example/foxden/");
            String page = (fetch.isEmpty() ? call : call.with("Sec-Fetch-Site", fetch))
                    .get()
                    .body();
            assertThat(page).contains("value=\"" + server.address("") + "\"").doesNotContain("evil.example");
        }
    }

    @Test
    void a_page_of_another_site_is_not_ours_because_a_proxy_named_a_host() {
        server.start();

        assertThat(told(Call.to(server, "/claim"))
                        .with("Origin", "https://evil.example")
                        .form("code=x")
                        .post()
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_header_of_the_other_kind_is_told() {
        server = WebServer.alone(home)
                .with("foxden.trusted-proxies", "127.0.0.1")
                .start();
        String session = Person.signedIn(server).session();

        assertThat(Call.to(server, "/")
                        .inSession(session)
                        .with("Forwarded", "proto=https;host=shop.example.com")
                        .get()
                        .body())
                .contains("Forwarded of 127.0.0.1 was ignored")
                .contains("foxden.proxy-header&#x3D;forwarded")
                .contains("value=\"" + server.address("") + "\"");
    }

    @Test
    void a_session_that_does_not_come_back_is_explained() {
        server.start();
        HttpResponse<String> claimed = Call.to(server, "/claim")
                .form("code=" + Person.setupCode(server))
                .post();
        String next = claimed.headers().firstValue("Location").orElse("").substring(1);

        HttpResponse<String> without = Call.to(server, next).get();
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.body()).contains("did not bring the session back").contains("foxden.site-url");
        assertThat(Call.to(server, next)
                        .inSession(session(claimed))
                        .get()
                        .headers()
                        .firstValue("Location"))
                .contains("./");
    }

    private static Call told(Call call) {
        return call.with("X-Forwarded-Proto", "https").with("X-Forwarded-Host", "shop.example.com");
    }

    private static Call fromPage(Call call, String page) {
        return call.with("Sec-Fetch-Site", "same-origin").with("Referer", page);
    }

    private static String session(HttpResponse<String> claimed) {
        return claimed.headers()
                .firstValue("Set-Cookie")
                .orElse("")
                .replaceFirst("^[^=]*=", "")
                .replaceFirst(";.*", "");
    }
}
