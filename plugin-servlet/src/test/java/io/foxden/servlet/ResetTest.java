package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.Sandbox;
import io.foxden.testkit.browser.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting anew in a server that keeps running, whatever is lost. */
class ResetTest {
    private static final String OTHER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    Path home;

    private final Sandbox sandbox = Sandbox.start();
    private WebServer server;

    @BeforeEach
    void connect() {
        server = WebServer.at(home, sandbox).withDetails().start();
        Person.signedIn(server).connect();
    }

    @AfterEach
    void stop() {
        server.close();
        sandbox.close();
    }

    @Test
    void the_key_is_lost_and_a_person_starts_anew_on_the_page() {
        server.close();
        server.with("foxden.vault.key", OTHER_KEY).start();
        Person person = Person.before(server);
        Page page = person.signIn(WebServer.ADMIN_TOKEN);
        assertThat(page.text()).contains("Reset without the key", "not the one that sealed the records");

        Page after = person.press(page, "/reset");

        assertThat(after.text()).contains("Connect this site to Foxy").contains("could not be read");
        assertThat(person.connect().text()).contains("Connected");
    }

    @Test
    void a_reset_ends_all_sessions_but_that_which_asked_for_it() {
        Person another = signedIn();
        Person person = signedIn();

        assertThat(person.press(person.open("/"), "/reset").status()).isEqualTo(200);

        assertThat(person.open("/").status()).isEqualTo(200);
        assertThat(another.open("/").status()).isEqualTo(401);
        assertThat(Call.to(server, "/api/v1/reset").asAdministrator().post().statusCode())
                .isEqualTo(200);
        assertThat(person.open("/").status()).isEqualTo(401);
    }

    private Person signedIn() {
        Person person = Person.before(server);
        person.signIn(WebServer.ADMIN_TOKEN);
        return person;
    }

    @Test
    void the_key_is_lost_and_a_script_starts_anew() {
        server.close();
        server.with("foxden.vault.key", OTHER_KEY).start();

        HttpResponse<String> refused =
                Call.to(server, "/api/v1/reset").asAdministrator().post();
        assertThat(refused.body()).contains("\"vault_key_wrong\"");
        HttpResponse<String> done = Call.to(server, "/api/v1/reset")
                .asAdministrator()
                .json("{\"without_key\": true}")
                .post();

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body())
                .contains("\"new\"")
                .contains("\"unread\"")
                .contains("could not be read without the key");
        assertThat(Call.to(server, "/api/v1/install").asAdministrator().post().statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"installation", "vault", "client", "access", "site", ""})
    void a_reset_works_whatever_is_torn(String torn) throws IOException {
        server.close();
        for (Path file : records(torn)) {
            Files.writeString(file, "{torn");
        }
        server.start();

        HttpResponse<String> answer =
                Call.to(server, "/api/v1/reset").asAdministrator().post();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"new\"");
        assertThat(Call.to(server, "/api/v1/install").asAdministrator().post().statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access", "site"})
    void what_is_torn_beside_the_connection_keeps_no_token_from_the_host(String torn) throws IOException {
        server.close();
        for (Path file : records(torn)) {
            Files.writeString(file, "{torn");
        }
        server.start();

        assertThat(Call.to(server, "/health").get().body()).contains("\"UP\"", "\"connected\"");
        assertThat(Call.to(server, "/api/v1/refresh").asAdministrator().post().statusCode())
                .isEqualTo(200);
    }

    @Test
    void where_nothing_is_open_the_page_offers_it_for_damage() throws IOException {
        server.close();
        for (Path file : records("installation")) {
            Files.writeString(file, "{torn");
        }
        server.start();
        Person person = Person.before(server);
        Page page = person.signIn(WebServer.ADMIN_TOKEN);
        assertThat(page.status()).isEqualTo(503);

        person.press(page, "/reset");

        assertThat(Call.to(server, "/health").get().body()).contains("\"UP\"");
        assertThat(person.signIn(WebServer.ADMIN_TOKEN).text()).contains("Connect this site to Foxy");
    }

    private List<Path> records(String name) {
        List<Path> records = new ArrayList<>();
        for (Path folder : List.of(home, home.resolve("records"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.getFileName().toString().matches(".*\\.json.*"))
                        .filter(file -> file.getFileName().toString().startsWith(name))
                        .forEach(records::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return records;
    }
}
