package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.foxden.testkit.browser.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While the installation cannot be opened: who is told what, and how it comes back. */
class ClosedTest {
    private static final String IN_THE_WAY = "a-file-in-the-way";

    @TempDir
    Path folder;

    private WebServer server = WebServer.alone(Path.of("."));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_hosts_application_starts_all_the_same() {
        server = closed().withContextPath("/shop")
                .with("foxden.base-path", "/foxden")
                .start();

        assertThat(Call.to(server, "/").get().statusCode()).isEqualTo(200);
        assertThat(Call.to(server, "/foxden/").get().statusCode()).isEqualTo(401);
    }

    @Test
    void a_stranger_learns_nothing() {
        server = closed().start();

        assertThat(Call.to(server, "/").get().body())
                .contains("Sign in")
                .doesNotContain(IN_THE_WAY)
                .doesNotContain("home folder");
        assertThat(Call.to(server, "/claim").form("code=x").post().body()).doesNotContain(IN_THE_WAY);
        assertThat(Call.to(server, "/api/v1/status").get().statusCode()).isEqualTo(401);
        HttpResponse<String> callback =
                Call.to(server, "/callback?state=x&code=y").get();
        assertThat(callback.statusCode()).isEqualTo(503);
        assertThat(callback.body()).contains("Reference:").doesNotContain(IN_THE_WAY);
    }

    @Test
    void a_watchdog_is_told_that_it_is_down() {
        server = closed().start();

        HttpResponse<String> health = Call.to(server, "/health").get();

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("\"DOWN\"", "\"broken\"", "\"home_unusable\"");
    }

    @Test
    void a_script_reads_why_since_when_and_when_it_is_tried_again() {
        server = closed().start();

        HttpResponse<String> status =
                Call.to(server, "/api/v1/status").asAdministrator().get();
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(status.body())
                .contains("\"broken\"", "\"home_unusable\"", IN_THE_WAY, "\"since\"", "\"next_attempt_at\"");
        HttpResponse<String> doctor =
                Call.to(server, "/api/v1/doctor").asAdministrator().get();
        assertThat(doctor.statusCode()).isEqualTo(200);
        assertThat(doctor.body()).contains("\"healthy\" : false", "\"home_unusable\"", IN_THE_WAY, "next attempt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"install", "connect", "refresh", "disconnect", "reset"})
    void a_deed_is_refused_with_the_reason(String deed) {
        server = closed().start();

        HttpResponse<String> answer =
                Call.to(server, "/api/v1/" + deed).asAdministrator().post();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"status\" : 503", "\"home_unusable\"", IN_THE_WAY);
    }

    @Test
    void whom_the_host_knows_as_administrator_reads_why_on_the_page() {
        server = closed().start();

        HttpResponse<String> page = Call.to(server, "/")
                .with("X-Host-User", "ada")
                .with("X-Host-Role", "foxden-admin")
                .get();

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains(IN_THE_WAY, "Since", "Next attempt").doesNotContain("Sign out");
        assertThat(Call.to(server, "/").with("X-Host-User", "bob").get().body()).doesNotContain(IN_THE_WAY);
    }

    @Test
    void the_admin_token_opens_the_page_and_signing_out_closes_it() {
        server = closed().start();
        Person person = Person.before(server);

        assertThat(person.signIn("wrong").status()).isEqualTo(401);
        Page page = person.signIn(WebServer.ADMIN_TOKEN);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains(IN_THE_WAY);
        assertThat(person.press(page, "/sign-out").text()).contains("Sign in");
        assertThat(person.open("/").status()).isEqualTo(401);
    }

    @Test
    void a_request_of_an_administrator_has_it_tried_at_once() throws IOException {
        server = closed().start();
        Files.delete(folder.resolve(IN_THE_WAY));

        HttpResponse<String> status =
                Call.to(server, "/api/v1/status").asAdministrator().get();

        assertThat(status.body()).contains("\"new\"").contains("\"problem\" : null");
        assertThat(Call.to(server, "/health").get().statusCode()).isEqualTo(200);
        assertThat(Person.signedIn(server).open("/").text()).contains("Connect this site to Foxy");
        await().until(() -> threads("foxden-reopening").isEmpty());
        assertThat(threads("foxden-upkeep")).isNotEmpty();
    }

    @Test
    void it_is_tried_again_by_itself() throws IOException {
        server = closed().start();
        Files.delete(folder.resolve(IN_THE_WAY));

        await().atMost(Duration.ofMinutes(1))
                .until(() -> Call.to(server, "/health").get().statusCode() == 200);
    }

    @Test
    void the_attempts_end_with_the_application() {
        server = closed().start();
        assertThat(threads("foxden-reopening")).isNotEmpty();

        server.close();

        assertThat(threads("foxden-")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"records/installation.", "vault."})
    void a_torn_record_with_its_twin_is_told_and_mended_without_a_restart(String torn) throws IOException {
        server = WebServer.alone(folder.resolve("home")).start();
        server.close();
        Path spare = folder.resolve("spare");
        List<Path> files = Stream.concat(
                        files(server.home()), files(server.home().resolve("records")))
                .filter(file -> server.home().relativize(file).toString().startsWith(torn))
                .filter(file ->
                        !file.toString().endsWith(".key") && !file.toString().endsWith(".lock"))
                .toList();
        Files.createDirectories(spare);
        for (Path file : files) {
            Files.copy(file, spare.resolve(file.getFileName().toString()));
            Files.writeString(file, "{torn");
        }
        server.start();

        assertThat(Call.to(server, "/api/v1/status").asAdministrator().get().body())
                .contains("\"record_unreadable\"");

        for (Path file : files) {
            Files.copy(
                    spare.resolve(file.getFileName().toString()),
                    file,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        await().untilAsserted(() -> assertThat(Call.to(server, "/api/v1/status")
                        .asAdministrator()
                        .get()
                        .body())
                .contains("\"new\"", "\"problem\" : null"));
    }

    @Test
    void the_settings_in_the_home_are_read_when_they_can_be() throws IOException {
        Path home = folder.resolve(IN_THE_WAY);
        server = closed().start();
        Files.delete(home);
        Files.createDirectory(home);
        Files.writeString(home.resolve("foxden.properties"), "foxden.company-name = Acme of the file\n");

        await().untilAsserted(() -> assertThat(Call.to(server, "/api/v1/status")
                        .asAdministrator()
                        .get()
                        .body())
                .contains("\"new\""));

        assertThat(Person.signedIn(server).open("/").body()).contains("Acme of the file");
    }

    private WebServer closed() {
        try {
            return WebServer.alone(Files.writeString(folder.resolve(IN_THE_WAY), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }
}
