package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.Sandbox;
import io.foxden.testkit.browser.Page;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An address is registered when it leads here, or a person says so. */
class SiteCheckTest {
    private static final String LINK = "Does that address lead here? Open it in this browser.";

    @TempDir
    Path home;

    private final Sandbox sandbox = Sandbox.start();
    private WebServer server;
    private Person person;

    @BeforeEach
    void signIn() {
        server = WebServer.at(home, sandbox).withDetails().start();
        person = Person.signedIn(server);
    }

    @AfterEach
    void stop() {
        server.close();
        sandbox.close();
    }

    @Test
    void the_address_that_the_form_came_by_needs_no_check() {
        person.press(person.open("/"), "/install");

        assertThat(sandbox.clients()).hasSize(1);
    }

    @Test
    void an_address_where_nobody_answers_is_registered_only_if_a_person_says_so() {
        Page doubted = register("http://127.0.0.1:9/foxden");
        assertThat(doubted.status()).isEqualTo(400);
        assertThat(doubted.text()).contains("does not lead here");
        assertThat(sandbox.clients()).isEmpty();

        person.browser()
                .followAll(person.browser()
                        .submit(doubted.form("/install").tick("unchecked", true).press("Register only")));
        assertThat(sandbox.clients()).hasSize(1);
        assertThat(server.address("/callback").toString())
                .isNotEqualTo(sandbox.clients().get(0).redirectUri());
    }

    @Test
    void another_name_of_the_site_is_registered_once_server_and_browser_have_reached_it() {
        String other = server.address("").toString().replace("127.0.0.1", "localhost");
        Page doubted = register(other);
        assertThat(doubted.text()).contains("From this server it leads here");
        URI link = doubted.link(LINK);

        assertThat(Call.at(link).with("Accept", "text/html").get().body()).contains("This address leads here");
        assertThat(Call.at(link).with("Accept", "text/html").get().statusCode()).isEqualTo(400);

        person.browser()
                .followAll(person.browser().submit(doubted.form("/install").press("Register only")));
        assertThat(sandbox.clients()).hasSize(1);
        assertThat(sandbox.clients().get(0).redirectUri()).isEqualTo(other + "/callback");
    }

    @Test
    void what_a_setting_says_is_not_doubted() {
        server.close();
        server.with("foxden.site-url", "https://shop.example.com").start();

        person.press(person.open("/"), "/install");

        assertThat(sandbox.clients()).hasSize(1);
    }

    @Test
    void strangers_learn_nothing_from_tokens_that_are_none() {
        assertThat(Call.to(server, "/reached?token=guess").get().statusCode()).isEqualTo(400);
        assertThat(Call.to(server, "/reached").send("HEAD").statusCode()).isIn(401, 405);
    }

    private Page register(String site) {
        return person.browser()
                .submit(person.open("/").form("/install").fill("site_url", site).press("Register only"));
    }
}
