package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.journal.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a process of its own, which the system gives less than it needs: nothing is lost by that. */
@EnabledOnOs(OS.LINUX)
class ProcessTest {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void connect() {
        site = new Site(folder);
        site.install().exits(0);
        site.connect();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void a_record_that_may_not_be_read_just_now_is_no_damage() throws IOException, InterruptedException {
        List<Path> client = records("client");
        assertThat(client).isNotEmpty();
        allow(client, "---------");

        Output told = run(boundByModes(), "refresh");

        assertThat(told.exit()).as(told.text()).isEqualTo(1);
        assertThat(told.text()).doesNotContain("\"internal\"", "record_unreadable", "backup");
        allow(client, "rw-------");
        assertThat(run(List.of(), "refresh").exit()).isZero();
        assertThat(site.phase()).isEqualTo("connected");
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 48, 72, 96})
    void few_descriptors_lose_nothing(int most) throws IOException, InterruptedException {
        Output told = run(List.of("/bin/sh", "-c", "ulimit -n " + most + "; exec \"$@\"", "sh"), "refresh");

        assertThat(told.text()).doesNotContain("record_unreadable", "backup");
        assertThat(run(List.of(), "refresh").exit()).isZero();
        assertThat(site.phase()).isEqualTo("connected");
        assertThat(site.foxy.exchanges(Target.TOKEN))
                .as("a code and at most two refreshes")
                .hasSizeBetween(2, 3);
    }

    /** Takes from root what lets it read what nobody may read. */
    private static List<String> boundByModes() {
        return System.getProperty("user.name").equals("root")
                ? List.of(SETPRIV.toString(), "--inh-caps=-all", "--bounding-set=-all")
                : List.of();
    }

    private record Output(int exit, String text) {}

    private Output run(List<String> before, String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(before);
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--home",
                site.home.toString(),
                "--json",
                command));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("FOXDEN_API_URL", site.foxy.apiUrl().toString());
        builder.environment()
                .put("FOXDEN_AUTHORIZE_URL", site.foxy.authorizeUrl().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text);
    }

    private List<Path> records(String name) throws IOException {
        try (Stream<Path> files = Files.list(site.home.resolve("records"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "."))
                    .toList();
        }
    }

    private static void allow(List<Path> files, String permissions) throws IOException {
        for (Path file : files) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
