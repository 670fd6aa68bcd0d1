package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.Sandbox;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What only a real browser knows: which cookies, origins and redirects it lets through, and how the pages look. */
class ChromiumTest {
    @TempDir
    Path home;

    private final Sandbox sandbox = Sandbox.start();
    private final Chromium browser = Chromium.start();
    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.at(home, sandbox).start();
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
        sandbox.close();
    }

    @Test
    void a_person_does_the_whole_job() {
        browser.open(server.address("")).picture("01-sign-in");
        browser.type("Code", "wrong").press("Sign in").picture("02-sign-in-wrong");
        assertThat(browser.text()).contains("This code does not open the page.");

        browser.type("Code", Person.setupCode(server)).press("Sign in").picture("03-new");
        assertThat(browser.address()).isEqualTo(server.address("/").toString());
        assertFits();

        browser.press("Register and connect").picture("04-missing");
        assertThat(browser.text()).contains("Look at these fields");
        assertFits();

        browser.type("Company name", "Acme Köln")
                .type("Contact name", "Ada")
                .type("Contact e-mail", "ada@example.com")
                .type("Contact telephone", "+1 555 0100")
                .press("Register and connect");
        assertThat(browser.address()).startsWith(sandbox.authorizeUrl().toString());

        browser.press("Approve").picture("05-result-connected");
        assertThat(browser.address()).contains("/foxden/connect/result?ref=").doesNotContain("code=");
        assertThat(browser.text()).contains("Connected", "Example Store", "store_full_access", "Token refreshed");
        assertFits();

        browser.open(server.address("/")).picture("06-connected");
        assertFits();
        browser.press("Refresh now").picture("07-refreshed");
        assertThat(browser.text()).contains("A new access token was fetched.");
        browser.unfold("Disconnect")
                .unfold("Reset")
                .unfold("Connect again, or another store")
                .picture("08-connected-unfolded");
        browser.press("Disconnect now").picture("09-disconnected");
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.DENY));
        browser.press("Connect").picture("10-result-declined");
        assertThat(browser.text()).contains("Declined");
        browser.open(server.address("/")).unfold("Reset").press("Reset now").picture("11-reset");
        assertThat(browser.text()).contains("Connect this site to Foxy");
        browser.press("Sign out");
        assertThat(browser.text()).contains("Sign in");
        assertThat(browser.complaints()).isEmpty();
        assertThat(sandbox.violations()).isEmpty();
    }

    @Test
    void a_login_link_fills_in_its_code_and_leaves_it_nowhere() {
        browser.open(server.address("/"));
        browser.open(server.address("/#code=" + Person.setupCode(server)));

        assertThat(browser.address()).isEqualTo(server.address("/").toString());
        assertThat(Files.exists(home.resolve("setup-code"))).as("not spent yet").isTrue();
        browser.press("Sign in");
        assertThat(browser.text()).contains("Connect this site to Foxy");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void every_other_state_has_a_page() {
        server.close();
        server.withDetails().start();
        browser.open(server.address("/#code=" + Person.setupCode(server))).press("Sign in");
        sandbox.order(Fault.on(Target.CREATE_CLIENT).fxErrors(400, "company_name is not to our liking"));
        browser.press("Register only").picture("12-registration-refused");
        assertThat(browser.text()).contains("company_name is not to our liking");
        assertFits();

        sandbox.order(Fault.on(Target.CREATE_CLIENT).dropAfter());
        browser.open(server.address("/")).press("Register only").picture("13-registering");

        browser.open(server.address("/")).press("Register only").picture("14-registered");
        assertThat(browser.text()).contains("Registered, not connected yet");
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.APPROVE));
        browser.press("Connect");
        assertThat(browser.text()).contains("Example Store");

        sandbox.order(Fault.on(Target.TOKEN).times(9).fxErrors(503, "Down for maintenance"));
        browser.open(server.address("/")).press("Refresh now").picture("15-refresh-failed");
        sandbox.clearFaults();
        sandbox.grants().forEach(grant -> sandbox.revoke(grant.number()));
        browser.open(server.address("/")).press("Refresh now").picture("16-refused");
        assertThat(browser.text()).contains("Connected to Foxy", "A person has to approve again");
        browser.press("Connect again");
        assertThat(browser.text()).contains("Example Store");

        sandbox.clients().forEach(client -> sandbox.deleteClient(client.id()));
        browser.open(server.address("/")).press("Refresh now").picture("17-client-gone");
        assertThat(browser.text()).contains("Register and connect");
        assertFits();
        browser.press("Register and connect").picture("18-mended");
        assertThat(browser.text()).contains("Example Store");

        browser.open(server.address("/nowhere")).picture("19-not-found");
        browser.open(server.address("/callback?state=x&code=y")).picture("20-state-mismatch");
        browser.open(server.address("/connect/result?ref=old")).picture("21-result-forgotten");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void settings_that_are_wrong_stand_on_top() {
        server.close();
        server.with("foxden.environment", "moon")
                .with("foxden.sight-url", "https://shop.example.com")
                .start();
        browser.open(server.address("/#code=" + Person.setupCode(server))).press("Sign in");

        browser.picture("22-bad-settings");
        assertThat(browser.text()).contains("moon", "foxden.sight-url");
        assertThat(browser.driver().findElements(By.tagName("button"))).hasSize(1);
        assertFits();
    }

    @Test
    void a_wrong_vault_key_stands_on_top_and_only_a_reset_can_be_pressed() {
        server.close();
        server.withDetails().start();
        browser.open(server.address("/#code=" + Person.setupCode(server))).press("Sign in");
        browser.press("Register only");
        server.close();
        server.with("foxden.vault.key", "A".repeat(43) + "=").start();

        browser.open(server.address("/")).picture("23-wrong-key");

        assertThat(browser.text()).contains("Broken", "not the one that sealed the records", "Reset without the key");
        assertThat(browser.driver().findElements(By.tagName("button"))).hasSize(2);
    }

    @Test
    void what_cannot_be_opened_is_told_and_can_be_given_up() throws IOException {
        server.close();
        for (String copy : List.of("installation.json", "installation.json.prev")) {
            Files.writeString(home.resolve("records").resolve(copy), "{torn");
        }
        server.start();
        browser.open(server.address("/")).type("Code", WebServer.ADMIN_TOKEN).press("Sign in");
        browser.unfold("Reset without the key").picture("24-closed");
        assertThat(browser.text()).contains("Since", "Next attempt");
        assertFits();

        browser.press("Reset now").picture("25-given-up");

        assertThat(browser.text()).contains("Sign in");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_refresh_that_fails_is_a_note_on_the_page_and_the_back_button_does_no_harm() {
        server.close();
        server.withDetails().start();
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.APPROVE));
        browser.open(server.address("/#code=" + Person.setupCode(server))).press("Sign in");
        browser.press("Register and connect");
        String result = browser.address();
        browser.open(result + "&again=yes").picture("26-connected-already");
        assertThat(browser.text()).contains("Connected already");
        sandbox.order(Fault.on(Target.TOKEN).always().fxErrors(503, "Down for maintenance."));
        browser.open(server.address("/")).press("Refresh now");

        browser.open(server.address("/")).picture("27-connected-with-a-note");

        assertThat(browser.text()).contains("Connected to Foxy", "Foxy cannot be reached", "Since", "Next attempt");
        assertFits();
    }

    @Test
    void the_keyboard_is_enough() {
        browser.open(server.address("/")).enter(Person.setupCode(server));

        assertThat(browser.text()).contains("Connect this site to Foxy");
    }

    @Test
    void a_site_without_tls_works_although_browsers_tell_it_less() {
        server.close();
        server.withDetails().start();
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.APPROVE));
        String site = "http://shop.example.com:" + server.port() + "/foxden/";
        browser.open(site).type("Code", Person.setupCode(server)).press("Sign in");
        assertThat(browser.driver().findElement(By.id("site_url")).getDomProperty("value"))
                .isEqualTo("http://shop.example.com:" + server.port() + "/foxden");

        browser.press("Register and connect");

        assertThat(browser.address()).startsWith(site + "connect/result");
        assertThat(browser.text()).contains("Connected", "Example Store");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void connecting_from_another_host_name_ends_at_the_registered_one() {
        server.close();
        server.withDetails().start();
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.APPROVE));
        browser.open(server.address("/#code=" + Person.setupCode(server))).press("Sign in");
        browser.press("Register only");
        String other = "http://admin.example.com:" + server.port() + "/foxden/";
        browser.open(other).type("Code", WebServer.ADMIN_TOKEN).press("Sign in");

        browser.press("Connect");

        assertThat(browser.address())
                .startsWith(server.address("/connect/result").toString());
        assertThat(browser.text()).contains("Connected");
        assertThat(browser.complaints()).isEmpty();
    }

    private void assertFits() {
        assertThat(browser.fits(320))
                .as("320 pixels are enough at " + browser.address())
                .isTrue();
    }
}
