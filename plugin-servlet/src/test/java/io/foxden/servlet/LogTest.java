package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** What the server's log says, and what it never says. */
@Isolated("listens to the log of the whole process")
class LogTest {
    @TempDir
    Path home;

    private final Logger root = (Logger) LoggerFactory.getLogger("io.foxden");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Sandbox sandbox = Sandbox.start();

    @BeforeEach
    void listen() {
        log.start();
        root.setLevel(Level.TRACE);
        root.setAdditive(false);
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        root.setAdditive(true);
        root.setLevel(Level.DEBUG);
        sandbox.close();
    }

    @Test
    void the_start_says_where_it_answers_and_where_the_setup_code_is() {
        try (WebServer server = WebServer.at(home, sandbox)
                .with("foxden.mode", "lunar")
                .with("foxden.skope", "x")
                .start()) {
            String said = said();

            assertThat(said)
                    .contains("/foxden")
                    .contains(home.toString())
                    .contains(home.resolve("setup-code").toString())
                    .contains("lunar")
                    .contains("foxden.skope")
                    .doesNotContain(Person.setupCode(server))
                    .doesNotContain(WebServer.ADMIN_TOKEN);
        }
    }

    @Test
    void the_start_says_what_doctor_would_warn_of() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        WebServer.at(home, sandbox).start().close();
        Path key = home.resolve("vault.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        log.list.clear();

        try (WebServer server = WebServer.at(home, sandbox).start()) {
            assertThat(said()).contains("chmod 700 " + home, "chmod 600 " + key);
        }
    }

    @Test
    void no_secret_is_logged_on_the_whole_way() throws IOException {
        try (WebServer server = WebServer.at(home, sandbox).withDetails().start()) {
            String code = Person.setupCode(server);
            Person person = Person.signedIn(server);
            person.connect();
            person.press(person.open("/"), "/refresh");
            person.open("/callback?state=the-state&code=the-code");
            Call.to(server, "/api/v1/status")
                    .with("Authorization", "Bearer the-guess")
                    .get();
            Call.to(server, "/claim").form("code=the-guess").post();
            Call.to(server, "/api/v1/nothing").asAdministrator().get();

            String said = said();
            assertThat(said)
                    .doesNotContain("the-state")
                    .doesNotContain("the-code")
                    .doesNotContain("the-guess")
                    .doesNotContain(code)
                    .doesNotContain(person.session())
                    .doesNotContain(WebServer.ADMIN_TOKEN);
            assertThat(sandbox.issuedSecrets())
                    .isNotEmpty()
                    .allSatisfy(secret -> assertThat(said).doesNotContain(secret));
        }
    }

    @Test
    void a_failure_inside_is_told_to_the_log_and_not_to_strangers() throws IOException {
        try (WebServer server = WebServer.at(home, sandbox).start()) {
            breakRecords();

            HttpResponse<String> answer = Call.to(server, "/api/v1/status")
                    .with("Cookie", "foxden_session=" + "A".repeat(43))
                    .get();

            assertThat(answer.statusCode()).isIn(401, 500);
            assertThat(answer.body()).doesNotContain(home.toString()).doesNotContain("records");
        }
    }

    @Test
    void a_log_line_cannot_be_broken_by_a_request() {
        try (WebServer server = WebServer.at(home, sandbox).start()) {
            Call.to(server, "/callback?state=%0d%0aFORGED").get();
            Call.to(server, "/api/v1/install")
                    .asAdministrator()
                    .json("{\"\\nFORGED\": 1}")
                    .post();

            assertThat(lines()).noneMatch(line -> line.contains("\n"));
        }
    }

    @Test
    void what_strangers_cause_in_the_log_is_bounded_in_number_and_length() {
        try (WebServer server = WebServer.at(home, sandbox).start()) {
            for (int i = 0; i < 100; i++) {
                Call.to(server, "/callback?state=invented").get();
                Call.to(server, "/claim").form("code=wrong").post();
            }
            RawCall.send(server, "A".repeat(3_000), "/foxden/" + "b".repeat(3_000));

            List<String> told = lines().stream()
                    .filter(line -> line.contains("/callback") || line.contains("/claim") || line.contains("AAA"))
                    .toList();
            assertThat(told).hasSizeBetween(50, 80).allMatch(line -> line.length() < 1_000);
        }
    }

    private void breakRecords() throws IOException {
        try (var files = Files.list(home.resolve("records"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "{broken");
            }
        }
    }

    private List<String> lines() {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private String said() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }
}
