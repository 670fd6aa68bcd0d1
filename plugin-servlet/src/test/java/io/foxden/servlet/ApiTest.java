package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.Browser;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.SandboxOptions;
import io.foxden.testkit.browser.Page;
import io.foxden.testkit.fault.Consent;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole job by a script. */
class ApiTest {
    @TempDir
    Path home;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));
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
    void a_script_registers_once() {
        assertThat(get("status").body()).contains("\"new\"");

        HttpResponse<String> installed = post("install", "{\"project_name\": \"Script\"}");
        assertThat(installed.statusCode()).isEqualTo(201);
        assertThat(installed.body())
                .contains("\"registered\"")
                .contains(server.address("/callback").toString());
        assertThat(post("install", "").statusCode()).isEqualTo(200);
        assertThat(sandbox.postsToClients()).isEqualTo(1);
    }

    @Test
    void a_person_with_the_link_connects_and_the_script_goes_on() {
        post("install", "");
        Browser browser = new Browser();
        Page result = browser.followAll(browser.open(startUrl(post("connect", ""))));

        assertThat(result.text()).contains("Connected").doesNotContain("Example Store");
        assertThat(get("status").body()).contains("\"connected\"").contains("3200");
        assertThat(post("connect", "").statusCode()).isEqualTo(409);
        assertThat(post("connect", "{\"reconnect\": true}").statusCode()).isEqualTo(200);
        assertThat(post("refresh", "").body()).contains("\"connected\"");
        assertThat(post("disconnect", "").body()).contains("\"disconnected\"");
        assertThat(post("reset", "").body()).contains("\"new\"");
        assertThat(sandbox.violations()).isEmpty();
    }

    @Test
    void a_link_is_good_for_one_use() {
        post("install", "");
        URI link = startUrl(post("connect", ""));
        new Browser().open(link);

        assertThat(new Browser().open(link).status()).isEqualTo(400);
    }

    @Test
    void looking_at_a_link_does_not_use_it_up() {
        post("install", "");
        URI link = startUrl(post("connect", ""));
        String path = link.getRawPath().replaceFirst("^/foxden", "") + "?" + link.getRawQuery();
        Call.to(server, path).send("HEAD");

        assertThat(new Browser().open(link).status()).isEqualTo(303);
    }

    @Test
    void guesses_at_links_are_counted() {
        for (int i = 0; i < 10; i++) {
            assertThat(Call.to(server, "/connect/start?ticket=guess" + i).get().statusCode())
                    .isEqualTo(400);
        }
        assertThat(Call.to(server, "/connect/start?ticket=guess").get().statusCode())
                .isEqualTo(429);
    }

    @Test
    void what_is_missing_is_named() {
        server.close();
        try (WebServer bare = WebServer.at(home, sandbox).start()) {
            HttpResponse<String> answer = Call.to(bare, "/api/v1/install")
                    .asAdministrator()
                    .json("{}")
                    .post();

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("\"details_missing\"").contains("company_name");
        }
    }

    @Test
    void a_body_is_read_strictly() {
        assertThat(post("install", "{\"compny_name\": \"x\"}").body())
                .contains("\"bad_request\"")
                .contains("compny_name");
        assertThat(post("install", "{\"company_name\": 7}").statusCode()).isEqualTo(400);
        assertThat(post("install", "[]").statusCode()).isEqualTo(400);
        assertThat(post("install", "{").statusCode()).isEqualTo(400);
        assertThat(post("reset", "{\"really\": true}").statusCode()).isEqualTo(400);
        assertThat(Call.to(server, "/api/v1/install")
                        .asAdministrator()
                        .form("company_name=x")
                        .post()
                        .statusCode())
                .isEqualTo(400);
        assertThat(sandbox.postsToClients()).isZero();
    }

    @Test
    void who_sends_too_much_is_told_so_and_may_go_on_over_the_same_connection() {
        String large = "{\"company_name\": \"" + "x".repeat(1_500_000) + "\"}";

        for (int i = 0; i < 20; i++) {
            assertThat(post("install", large).statusCode()).isEqualTo(400);
            assertThat(post("install", large.substring(0, 70_000)).body()).contains("larger than 65536 bytes");
        }
        assertThat(sandbox.postsToClients()).isZero();
    }

    @Test
    void doctor_and_description_answer_administrators_only() {
        assertThat(get("doctor").body()).contains("\"checks\"");
        assertThat(get("openapi.json").body()).contains("\"3.1.0\"");
        assertThat(Call.to(server, "/api/v1/openapi.json").get().statusCode()).isEqualTo(401);
    }

    @Test
    void the_history_tells_administrators_what_happened_the_newest_first() {
        assertThat(get("history").body()).containsPattern("\"events\"\\s*:\\s*\\[\\s*]");
        Person.signedIn(server);

        HttpResponse<String> answer = get("history?limit=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"signed_in\"", "\"by\" : \"setup_code\"", "\"at\" : \"20");
        assertThat(Call.to(server, "/api/v1/history").get().statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "many", "99999999999", "1&limit=2"})
    void a_limit_that_is_none_is_refused(String limit) {
        HttpResponse<String> answer = get("history?limit=" + limit);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"bad_request\"");
    }

    @Test
    void problems_are_problem_documents() {
        HttpResponse<String> answer = post("refresh", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"urn:foxden:problem:not_installed\"")
                .contains("\"not_installed\"")
                .contains("\"status\"");
    }

    private HttpResponse<String> get(String name) {
        return Call.to(server, "/api/v1/" + name).asAdministrator().get();
    }

    private HttpResponse<String> post(String name, String json) {
        Call call = Call.to(server, "/api/v1/" + name).asAdministrator();
        return json.isEmpty() ? call.post() : call.json(json).post();
    }

    private static URI startUrl(HttpResponse<String> answer) {
        Matcher url = Pattern.compile("\"start_url\"\\s*:\\s*\"([^\"]+)\"").matcher(answer.body());
        assertThat(url.find()).as(answer.body()).isTrue();
        return URI.create(url.group(1));
    }
}
