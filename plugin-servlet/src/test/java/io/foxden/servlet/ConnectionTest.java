package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.Sandbox;
import io.foxden.testkit.browser.Form;
import io.foxden.testkit.browser.Page;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole job by a person with a browser, and what can go wrong on the way. */
class ConnectionTest {
    @TempDir
    Path home;

    private final Sandbox sandbox = Sandbox.start();
    private WebServer server;
    private Person person;

    @BeforeEach
    void start() {
        server = WebServer.at(home, sandbox).withDetails().start();
        person = Person.signedIn(server);
    }

    @AfterEach
    void stop() {
        server.close();
        sandbox.close();
    }

    @Test
    void a_person_registers_connects_and_sees_the_store() {
        Page result = person.connect();

        assertThat(result.status()).isEqualTo(200);
        assertThat(result.text()).contains("Connected").contains("store_full_access");
        Page page = person.open("/");
        assertThat(page.text())
                .contains("Connected to Foxy")
                .contains("Example Store")
                .contains("3200")
                .contains(server.address("/callback").toString());
        assertThat(sandbox.postsToClients()).isEqualTo(1);
        assertThat(sandbox.violations()).isEmpty();
    }

    @Test
    void what_will_be_sent_is_shown_first_and_can_be_changed() {
        Page page = person.open("/");
        Form form = page.form("/install");

        assertThat(form.value("site_url")).isEqualTo("http://127.0.0.1:" + server.port() + "/foxden");
        assertThat(form.value("company_name")).isEqualTo("Acme");
        assertThat(page.text()).contains(server.address("/callback").toString());

        Page after = person.browser()
                .followAll(person.browser()
                        .submit(form.fill("company_name", "Zażółć & <b>Söhne</b>")
                                .press("Register only")));
        assertThat(after.text()).contains("Registered, not connected yet").contains("This site is registered at Foxy.");
        assertThat(sandbox.clients()).hasSize(1);
        assertThat(sandbox.clients().get(0).field("company_name")).isEqualTo("Zażółć & <b>Söhne</b>");
    }

    @Test
    void what_is_missing_is_marked_beside_its_field_and_nothing_is_sent() {
        Page page = person.browser()
                .submit(person.open("/")
                        .form("/install")
                        .fill("company_name", " ")
                        .fill("contact_name", "<i>Ada</i>")
                        .press("Register and connect"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Look at these fields").contains("Foxy asks for this");
        assertThat(page.body())
                .contains("aria-describedby=\"company_name-wrong\"")
                .contains("id=\"company_name-wrong\"");
        assertThat(page.form("/install").value("contact_name")).isEqualTo("<i>Ada</i>");
        assertThat(page.body()).doesNotContain("<i>Ada");
        assertThat(sandbox.postsToClients()).isZero();
    }

    @Test
    void a_wrong_address_and_a_wrong_field_are_told_beside_them() {
        Page address = person.browser().submit(person.open("/").form("/install").fill("site_url", "ftp://x"));
        assertThat(address.status()).isEqualTo(400);
        assertThat(address.body()).contains("id=\"site_url-wrong\"");

        Page mail = person.browser().submit(person.open("/").form("/install").fill("contact_email", "nobody"));
        assertThat(mail.status()).isEqualTo(400);
        assertThat(mail.body()).contains("id=\"contact_email-wrong\"").doesNotContain("id=\"site_url-wrong\"");
    }

    @Test
    void of_several_wrong_fields_each_is_told_its_own_fault() {
        Page page = person.browser()
                .submit(person.open("/")
                        .form("/install")
                        .fill("contact_email", "nobody")
                        .fill("company_url", "not an address"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text())
                .contains("Contact e-mail is not an e-mail address.")
                .contains("Company web site ");
        assertThat(page.body()).contains("id=\"contact_email-wrong\"").contains("id=\"company_url-wrong\"");
    }

    @Test
    void a_script_is_told_the_fields_by_name() {
        HttpResponse<String> answer = Call.to(server, "/api/v1/install")
                .asAdministrator()
                .json("{\"contact_email\": \"nobody\", \"company_url\": \"not an address\"}")
                .post();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"fields\"")
                .contains("\"contact_email\"")
                .contains("\"company_url\"");
    }

    @Test
    void an_unknown_field_is_refused() {
        Page page = person.open("/");
        String form = page.form("/install").encoded() + "&compny_name=x";

        HttpResponse<String> answer = Call.to(server, "/install")
                .inSession(person.session())
                .form(form)
                .post();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("compny_name");
    }

    @Test
    void refresh_disconnect_and_reset_do_what_they_say() {
        person.connect();

        assertThat(person.press(person.open("/"), "/refresh").text()).contains("A new access token was fetched.");
        assertThat(person.press(person.open("/"), "/disconnect").text())
                .contains("The tokens were forgotten.")
                .contains("The registration is kept");
        assertThat(person.press(person.open("/"), "/reset").text())
                .contains("Nothing is sent before you press a button.");
        assertThat(sandbox.violations()).isEmpty();
    }

    @Test
    void a_connected_store_is_replaced_only_when_asked_for() {
        person.connect();
        Form again = person.open("/").form("/connect");
        String plain = again.encoded().replace("&reconnect=yes", "");

        assertThat(Call.to(server, "/connect")
                        .inSession(person.session())
                        .form(plain)
                        .post()
                        .statusCode())
                .isEqualTo(409);
        Page consent = person.browser().followAll(person.browser().submit(again));
        Page result = person.browser()
                .followAll(person.browser().submit(consent.form("/authorize").press("Approve")));
        assertThat(result.text()).contains("Connected");
    }

    @Test
    void a_declined_consent_says_so_and_can_be_tried_again() {
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.DENY));
        Page result = register("Register and connect");

        assertThat(result.text()).contains("Declined").contains("Reference:").contains("Press Connect again");
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.APPROVE));
        assertThat(person.press(person.open("/"), "/connect").text()).contains("Connected");
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied,Declined",
        "invalid_client,Not connected",
        "invalid_request,Not connected",
        "invalid_scope,Not connected",
        "server_error,Not connected",
        "what_ever,Not connected"
    })
    void every_error_of_foxys_ends_on_a_page_that_says_so(String error, String heading) {
        register("Register only");
        URI foxy = leaveForFoxy(person);

        Page result = comeBack(person, foxy, "error=" + error + "&error_description=%3Cb%3Ebecause");

        assertThat(result.status()).isEqualTo(200);
        assertThat(result.text()).contains(heading).contains("Reference:");
        assertThat(result.body()).doesNotContain("<b>because");
        assertThat(person.open("/").text()).contains("Registered, not connected yet");
    }

    @Test
    void a_stranger_who_comes_back_is_told_how_it_ended_and_no_detail() {
        register("Register only");
        URI foxy = leaveForFoxy(person);
        assertThat(person.press(person.open("/"), "/sign-out").status()).isEqualTo(401);

        Page end = comeBack(person, foxy, "error=invalid_scope&error_description=the-detail");

        assertThat(end.text()).contains("Not connected").contains("Reference:");
        assertThat(end.body())
                .doesNotContain("the-detail")
                .doesNotContain("foxden.scope")
                .doesNotContain("sign-out");
    }

    @Test
    void an_empty_error_beside_a_code_is_no_error() {
        register("Register only");
        Page consent = person.browser().open(leaveForFoxy(person));
        URI back = person.browser()
                .submit(consent.form("/authorize").press("Approve"))
                .redirect()
                .orElseThrow();

        Page result = person.browser().followAll(person.browser().open(URI.create(back + "&error=")));

        assertThat(result.text()).contains("Connected").contains("store_full_access");
    }

    @Test
    void a_callback_with_a_foreign_state_changes_nothing() {
        register("Register only");
        URI foxy = leaveForFoxy(person);
        Person other = Person.before(server);

        assertThat(other.browser().open(callback(foxy, "code=stolen")).status()).isEqualTo(400);
        assertThat(person.open("/callback?state=invented&code=x").status()).isEqualTo(400);
        assertThat(person.open("/callback?code=x").status()).isEqualTo(400);
        assertThat(person.open("/").text()).contains("Registered, not connected yet");

        Page result = person.browser()
                .followAll(person.browser()
                        .submit(person.browser().open(foxy).form("/authorize").press("Approve")));
        assertThat(result.text()).as("its own answer still counts").contains("Connected");
    }

    @Test
    void a_parameter_given_twice_is_refused_and_changes_nothing() {
        register("Register only");
        URI foxy = leaveForFoxy(person);

        assertThat(person.browser().open(callback(foxy, "code=a&code=b")).status())
                .isEqualTo(400);
        assertThat(person.browser()
                        .open(URI.create(callback(foxy, "code=a") + "&state=b"))
                        .status())
                .isEqualTo(400);
        Page result = person.browser()
                .followAll(person.browser()
                        .submit(person.browser().open(foxy).form("/authorize").press("Approve")));
        assertThat(result.text()).contains("Connected");
    }

    @Test
    void the_callback_leads_on_at_once_and_takes_the_cookie_away() {
        register("Register only");
        URI foxy = leaveForFoxy(person);

        Page answer = person.browser().open(callback(foxy, "error=access_denied"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location").orElse("")).startsWith("./connect/result?ref=");
        assertThat(answer.header("Set-Cookie").orElse("")).contains("Max-Age=0");
        assertThat(answer.header("Referrer-Policy")).contains("same-origin");
        assertThat(person.browser().cookies()).hasSize(1);
    }

    @Test
    void the_back_button_after_a_success_says_that_it_is_connected_already() {
        register("Register only");
        Page consent = person.browser().open(leaveForFoxy(person));
        URI back = person.browser()
                .submit(consent.form("/authorize").press("Approve"))
                .redirect()
                .orElseThrow();
        assertThat(person.browser().followAll(person.browser().open(back)).text())
                .contains("Connected")
                .doesNotContain("Connected already");

        Page again = person.browser().followAll(person.browser().open(back));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("Connected already");
        assertThat(person.open("/").text()).contains("Connected to Foxy");
    }

    @Test
    void two_tabs_do_not_disturb_one_another() {
        register("Register only");
        URI first = leaveForFoxy(person);
        URI second = leaveForFoxy(person);

        assertThat(comeBack(person, first, "error=access_denied").text()).contains("Declined");
        Page result = person.browser()
                .followAll(person.browser()
                        .submit(person.browser().open(second).form("/authorize").press("Approve")));
        assertThat(result.text()).contains("Connected");
    }

    @Test
    void a_restart_while_the_person_is_at_foxy_does_no_harm() {
        Page consent = person.browser()
                .followAll(person.browser()
                        .submit(person.open("/").form("/install").press("Register and connect")));
        server.restart();

        Page result = person.browser()
                .followAll(person.browser().submit(consent.form("/authorize").press("Approve")));

        assertThat(result.text()).contains("Connected");
        assertThat(person.open("/").text()).contains("Connected to Foxy");
    }

    @Test
    void the_browser_ends_on_the_path_that_was_asked_for() {
        register("Register only");
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.DENY));
        Page declined = person.browser().followAll(person.browser().open(startUrl("/foxden/?done=registered")));
        assertThat(declined.text()).as("another page could not say why not").contains("Declined");
        assertThat(declined.link("Back to where you started")).isEqualTo(server.address("/?done=registered"));

        sandbox.behave(behaviour -> behaviour.withConsent(Consent.APPROVE));
        Page approved = person.browser().followAll(person.browser().open(startUrl("/foxden/?done=registered")));
        assertThat(approved.uri()).isEqualTo(server.address("/?done=registered"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/%5Cevil.example", "evil", "/%5C%5Cevil.example"})
    void the_browser_never_ends_at_another_site(String elsewhere) {
        register("Register only");

        assertThat(Call.to(server, "/connect")
                        .inSession(person.session())
                        .form("csrf=" + person.formToken() + "&return_to=" + elsewhere)
                        .post()
                        .statusCode())
                .isEqualTo(400);
    }

    private URI startUrl(String returnTo) {
        String answer = Call.to(server, "/api/v1/connect")
                .asAdministrator()
                .json("{\"return_to\": \"" + returnTo + "\"}")
                .post()
                .body();
        return URI.create(answer.replaceFirst("(?s).*\"start_url\"\\s*:\\s*\"([^\"]+)\".*", "$1"));
    }

    @Test
    void whoever_is_at_another_host_than_the_registered_one_is_sent_there_first() {
        register("Register only");
        String form = "csrf=" + person.formToken();

        assertThat(Call.to(server, "/connect")
                        .inSession(person.session())
                        .form(form)
                        .post()
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .startsWith(sandbox.authorizeUrl().toString());
        assertThat(Call.byAnotherName(server, "/connect")
                        .inSession(person.session())
                        .form(form)
                        .post()
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .startsWith(server.address("/connect/start?ticket=").toString());
    }

    @Test
    void a_refused_registration_shows_foxys_words() {
        sandbox.order(Fault.on(Target.CREATE_CLIENT).fxErrors(400, "company_name is not to Foxy's liking"));

        Page page = register("Register only");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("company_name is not to Foxy's liking").contains("reference");
        assertThat(page.body()).contains("id=\"company_name-wrong\"");
    }

    @Test
    void no_secret_is_on_any_page() {
        person.connect();
        String pages = person.open("/").body()
                + Call.to(server, "/api/v1/status").asAdministrator().get().body()
                + Call.to(server, "/api/v1/doctor").asAdministrator().get().body();

        assertThat(sandbox.issuedSecrets())
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(pages).doesNotContain(secret));
        assertThat(pages).doesNotContain(WebServer.ADMIN_TOKEN);
    }

    private Page register(String button) {
        return person.browser()
                .followAll(person.browser()
                        .submit(person.open("/").form("/install").press(button)));
    }

    /** Presses Connect; gives the address at Foxy that the browser is sent to. */
    private URI leaveForFoxy(Person person) {
        return person.browser()
                .submit(person.open("/").form("/connect"))
                .redirect()
                .orElseThrow();
    }

    private Page comeBack(Person person, URI foxy, String answer) {
        return person.browser().followAll(person.browser().open(callback(foxy, answer)));
    }

    private URI callback(URI foxy, String answer) {
        String state = foxy.getRawQuery().replaceFirst(".*state=([^&]+).*", "$1");
        return server.address("/callback?state=" + state + "&" + answer);
    }
}
