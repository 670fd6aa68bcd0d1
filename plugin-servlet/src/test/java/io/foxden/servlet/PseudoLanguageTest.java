package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.Sandbox;
import io.foxden.testkit.browser.Form;
import io.foxden.testkit.browser.Page;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In a language that is none, each state of each page, and each problem document: nothing is said outside the bundles. */
class PseudoLanguageTest {
    private static final String HOST_USER = "X-Host-User";

    @TempDir
    Path home;

    private final Sandbox sandbox = Sandbox.start();
    private WebServer server;
    private Person person;

    @BeforeEach
    void start() {
        server = WebServer.at(home, sandbox)
                .withDetails()
                .with("foxden.language", "en-XA")
                .start();
        person = Person.signedIn(server);
    }

    @AfterEach
    void stop() {
        server.close();
        sandbox.close();
    }

    @Test
    void the_page_before_anything_is_done_and_the_form() {
        said(person.open("/"), 200, "Connect this site to Foxy");
        said(submit(form().fill("company_name", " ")), 422, "Foxy asks for this");
        said(submit(form().fill("contact_email", "nobody").fill("company_url", "x")), 400, "is not an e-mail address");
        said(submit(form().fill("site_url", "ftp://x")), 400, "site_url-wrong");
        said(submit(form().fill("company_name", "x".repeat(201))), 400, "more than 200");
        said(inSession("/install", form().encoded() + "&compny_name=x"), 400, "has no such fields");
        server.close();
        server.with("foxden.site-url", "https://shop.example.com").start();
        said(person.open("/"), 200, "Given by the setting");
        said(submit(form().fill("site_url", "https://other.example.com")), 400, "https://other.example.com");
    }

    @Test
    void what_stands_between_the_browser_and_the_site() {
        Page doubted = submit(form().fill("site_url", "http://127.0.0.1:9/foxden"));
        said(doubted, 400, "does not lead here", "Open it in this browser", "all the same");
        doubted = submit(form().fill("site_url", server.address("").toString().replace("127.0.0.1", "localhost")));
        said(doubted, 400, "From this server it leads here");
        Matcher link = Pattern.compile("href=\"([^\"]*/reached[^\"]*)\"").matcher(doubted.body());
        assertThat(link.find()).isTrue();
        Call opened = Call.at(URI.create(link.group(1).replace("&#x3D;", "="))).with("Accept", "text/html");
        said(opened.get(), 200, "This address leads here");
        said(opened.get(), 400, "good for one time");
        Call page = Call.to(server, "/").inSession(person.session());
        said(page.with("X-Forwarded-Host", "shop.example.com").get(), 200, "nobody has told Foxden to believe");
        said(told(Call.to(server, "/").inSession(person.session())).get(), 200, "said nothing of it");
        said(Call.to(server, "/?done=signed_in").get(), 401, "did not bring the session back");
    }

    private static Call told(Call call) {
        return call.with("Sec-Fetch-Site", "same-origin").with("Referer", "https://shop.example.com/foxden/");
    }

    @Test
    void a_site_that_moved() {
        assertThat(post("install", "{\"site_url\": \"http://127.0.0.1:9/foxden\"}")
                        .statusCode())
                .isEqualTo(201);
        said(person.open("/"), 200, "no longer leads here");
        said(press("/connect"), 409, "no longer where it was registered");
        json("status", 200, "site_moved");
    }

    @Test
    void registering() {
        sandbox.order(
                Fault.on(Target.CREATE_CLIENT).fxErrors(400, "company_name and contact_name are not to our liking"));
        said(submit(form().press("stay")), 422, "See what is said above", "are not to our liking");
        sandbox.order(Fault.on(Target.CREATE_CLIENT).dropAfter());
        said(submit(form().press("stay")), 503, "The answer to the registration never came");
        said(person.open("/"), 200, "Registration unfinished");
        said(submit(form().press("stay")), 200, "This site is registered at Foxy.");
        said(person.open("/"), 200, "Registered, not connected yet");
    }

    @Test
    void connected_refreshed_away_disconnected_and_reset() {
        said(connect(), 200, "Access to the store was granted.", "Example Store");
        said(person.open("/"), 200, "Connected to Foxy", "Example Store");
        said(press("/refresh"), 200, "A new access token was fetched.");
        sandbox.order(Fault.on(Target.TOKEN).always().fxErrors(503, "Down for maintenance."));
        said(press("/refresh"), 503, "Foxy cannot be reached");
        said(person.open("/"), 200, "Since", "Next attempt");
        json("status", 200, "api_unreachable");
        sandbox.clearFaults();
        said(press("/disconnect"), 200, "The tokens were forgotten.");
        said(press("/reset"), 200, "The client and the tokens were forgotten.");
    }

    @Test
    void refused() {
        connect();
        sandbox.grants().forEach(grant -> sandbox.revoke(grant.number()));
        said(press("/refresh"), 409, "A person has to approve again", "Connect again");
        json("status", 200, "needs_reconnect");
        sandbox.clients().forEach(client -> sandbox.deleteClient(client.id()));
        said(press("/refresh"), 409, "Register and connect");
        json("status", 200, "client_unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied,Access was declined",
        "invalid_client,refused the request as if it did not",
        "invalid_scope,does not offer the scope",
        "server_error,could not work on",
        "what_ever,refused the authorization request"
    })
    void every_end_of_a_consent_that_is_none(String error, String told) {
        submit(form().press("stay"));
        URI back = back("error=" + error + "&error_description=for-a-reason");
        Page end = person.browser().followAll(person.browser().open(back));
        said(end, 200, "What happened", told);
        press("/sign-out");
        said(person.browser().open(end.uri()), 200, "Reference:");
    }

    @Test
    void every_end_of_a_consent_beside() {
        submit(form().press("stay"));
        said(person.browser().open(back("code=a&code=b")), 400, "give it once");
        said(person.browser().followAll(person.browser().open(back("code=wrong"))), 200, "Not connected");
        said(person.open("/callback?state=invented&code=x"), 400, "was begun in another browser");
        said(person.open("/connect/start?ticket=invented"), 400, "This link was used already");
        said(person.open("/connect/result?ref=old"), 404, "No result under this reference");
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.APPROVE));
        Page end = press("/connect");
        said(person.browser().open(URI.create(end.uri() + "&again=yes")), 200, "Connected already");
        said(inSession("/connect", "csrf=" + person.formToken()), 409, "is connected with scope");
    }

    @Test
    void strangers_and_those_the_host_knows() {
        Person stranger = Person.before(server);
        said(stranger.open("/"), 401, "The setup code, a code of");
        said(stranger.open("/invented"), 401, "Sign in");
        said(stranger.signIn("wrong"), 401, "This code does not open the page.");
        said(stranger.signIn(""), 401, "Enter a code.");
        said(Call.to(server, "/").with(HOST_USER, "bob").get(), 403, "Your account at this site");
        said(
                Call.to(server, "/claim")
                        .form("code=x")
                        .with("Origin", "https://evil.example")
                        .post(),
                403,
                "another site");
        for (int i = 0; i < 10; i++) {
            stranger.signIn("wrong");
        }
        said(stranger.signIn("wrong"), 429, "This was wrong, as was too much before it");
    }

    @Test
    void what_is_asked_for_in_a_wrong_way() {
        said(person.open("/nowhere"), 404, "Foxden has no address");
        said(person.open("/install"), 405, "This address takes");
        said(person.open("/?done=a&done=b"), 400, "is given 2 times");
        said(person.open("/connect/result?ref=%FF"), 400, "is not UTF-8");
        said(inSession("/refresh", "csrf=wrong"), 403, "token is missing");
        said(inSession("/refresh", "csrf=%"), 400, "a percent sign");
        said(inSession("/refresh", "x=1&".repeat(101)), 400, "more than 100 fields");
        said(body("/refresh", "text/plain", "x"), 400, "must be application/x-www-form-urlencoded");
        said(body("/refresh", "application/x-www-form-urlencoded;charset=latin1", "x"), 400, "must be UTF-8");
        said(body("/refresh", "application/x-www-form-urlencoded", "x".repeat(70_000)), 400, "larger than");
    }

    @Test
    void problem_documents() {
        json("nowhere", 404, "not_found");
        json("install", 405, "method_not_allowed");
        json("history?limit=0", 400, "bad_request");
        document(Call.to(server, "/api/v1/status").get(), 401, "unauthenticated");
        document(Call.to(server, "/api/v1/status").with(HOST_USER, "bob").get(), 403, "forbidden");
        document(Call.to(server, "/api/v1/refresh").inSession(person.session()).post(), 403, "csrf_mismatch");
        document(post("refresh", ""), 409, "not_installed");
        document(post("connect", ""), 409, "not_installed");
        document(post("connect", "{\"scope\": \"all\"}"), 400, "bad_request");
        document(post("connect", "{\"return_to\": \"//x\"}"), 400, "bad_request");
        document(post("install", "{"), 400, "bad_request");
        document(post("install", "[]"), 400, "bad_request");
        document(post("install", "{\"compny_name\": \"x\"}"), 400, "bad_request");
        document(post("install", "{\"company_name\": 7}"), 400, "bad_request");
        document(post("refresh", "{\"x\": 7}"), 400, "bad_request");
        document(post("reset", "{\"without_key\": 7}"), 400, "bad_request");
        document(post("install", "{\"contact_email\": \"nobody\", \"company_url\": \"x\"}"), 400, "bad_request");
        sandbox.order(Fault.on(Target.CREATE_CLIENT).fxErrors(400, "company_name is not to our liking"));
        document(post("install", ""), 422, "registration_rejected");
        sandbox.order(Fault.on(Target.CREATE_CLIENT).dropAfter());
        document(post("install", ""), 503, "registration_ambiguous");
        json("status", 200, "registration_ambiguous");
    }

    @Test
    void details_that_nobody_gave() {
        server.close();
        try (WebServer bare =
                WebServer.at(home, sandbox).with("foxden.language", "en-XA").start()) {
            Call install = Call.to(bare, "/api/v1/install").asAdministrator().json("{}");
            document(install.post(), 422, "details_missing");
        }
    }

    @Test
    void settings_that_are_wrong() {
        server.close();
        server.with("foxden.environment", "moon")
                .with("foxden.sight-url", "http://x")
                .with("foxden.http.read-timeout", "1h")
                .start();
        said(person.open("/"), 200, "moon", "foxden.sight-url", "Nothing can be changed here");
        json("status", 200, "bad_setting");
        document(post("install", ""), 500, "bad_setting");
    }

    @Test
    void a_key_that_is_lost() {
        connect();
        server.close();
        server.with("foxden.vault.key", "A".repeat(43) + "=").start();
        said(person.open("/"), 200, "sealed; the key that opens it is not here", "Reset without the key");
        document(post("refresh", ""), 500, "vault_key_wrong");
        HttpResponse<String> reset = post("reset", "{\"without_key\": true}");
        document(reset, 200, "unread");
    }

    @ParameterizedTest
    @ValueSource(strings = {"installation.json", "site.json", "client.json", "access.json"})
    void a_record_that_is_torn(String record) throws IOException {
        connect();
        server.close();
        for (String copy : List.of(record, record + ".prev")) {
            Files.writeString(home.resolve("records").resolve(copy), "{torn");
        }
        server.start();
        Person administrator = Person.before(server);
        said(administrator.signIn(WebServer.ADMIN_TOKEN));
        said(administrator.open("/"));
        json("status", 200, "phase");
    }

    @Test
    void what_cannot_be_opened() throws IOException {
        server.close();
        Path blocked = Files.writeString(home.resolve("a-file-in-the-way"), "");
        try (WebServer closed =
                WebServer.alone(blocked).with("foxden.language", "en-XA").start()) {
            Person administrator = Person.before(closed);
            said(administrator.open("/callback?state=x&code=y"), 503, "Give the reference");
            said(administrator.signIn("wrong"), 401, "This code does not open the page.");
            said(administrator.signIn(WebServer.ADMIN_TOKEN), 503, "Since", "or now if you load the page again");
            document(Call.to(closed, "/api/v1/status").asAdministrator().get(), 200, "home_unusable");
            document(Call.to(closed, "/api/v1/refresh").asAdministrator().post(), 503, "home_unusable");
            Call script = Call.to(closed, "/callback?state=x&code=y").with("Accept", "application/json");
            document(script.get(), 500, "internal");
        }
    }

    private Form form() {
        return person.open("/").form("/install");
    }

    private Page submit(Form form) {
        return person.browser().followAll(person.browser().submit(form));
    }

    private Page press(String form) {
        Page page = person.open("/");
        Form first = page.forms().stream()
                .filter(each -> each.action().getPath().endsWith(form))
                .findFirst()
                .orElseThrow();
        return submit(first);
    }

    private Page connect() {
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.APPROVE));
        return submit(form().press("connect"));
    }

    /** Sets off for Foxy; gives the address to come back to. */
    private URI back(String answer) {
        URI foxy = person.browser()
                .submit(person.open("/").form("/connect"))
                .redirect()
                .orElseThrow();
        String state = foxy.getRawQuery().replaceFirst(".*state=([^&]+).*", "$1");
        return server.address("/callback?state=" + state + "&" + answer);
    }

    private HttpResponse<String> inSession(String path, String form) {
        return Call.to(server, path).inSession(person.session()).form(form).post();
    }

    private HttpResponse<String> body(String path, String type, String body) {
        return Call.to(server, path)
                .inSession(person.session())
                .body(type, body)
                .post();
    }

    private HttpResponse<String> post(String name, String json) {
        Call call = Call.to(server, "/api/v1/" + name).asAdministrator();
        return json.isEmpty() ? call.post() : call.json(json).post();
    }

    private void json(String name, int status, String code) {
        document(Call.to(server, "/api/v1/" + name).asAdministrator().get(), status, code);
    }

    private static void document(HttpResponse<String> answer, int status, String word) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"" + word + "\"");
        assertThat(Unsaid.inJson(answer.body())).as(answer.body()).isEmpty();
    }

    private static void said(Page page, int status, String... texts) {
        assertThat(page.status()).as(page.text()).isEqualTo(status);
        said(page, texts);
    }

    private static void said(Page page, String... texts) {
        said(page.body(), texts);
    }

    private static void said(HttpResponse<String> answer, int status, String... texts) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        said(answer.body(), texts);
    }

    private static void said(String html, String... texts) {
        assertThat(html).contains("<html lang=\"en-XA\">");
        assertThat(List.of(texts)).allSatisfy(text -> assertThat(html).contains(text));
        assertThat(Unsaid.on(html)).as(html).isEmpty();
    }
}
