package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.config.Surroundings;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.setting.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only looks leaves a home as it is, to the last byte and time, and waits for nobody's lock. */
final class LookingTest {
    private static final List<String> LOOKS = List.of(
            "status",
            "doctor",
            "history",
            "install --dry-run --site-url https://shop.example.com",
            "connect --dry-run",
            "connect --dry-run --reconnect",
            "refresh --dry-run",
            "disconnect --dry-run",
            "reset --dry-run",
            "reset --dry-run --without-key",
            "login-link --dry-run",
            "sign-out-all --dry-run",
            "api GET fx:store --dry-run",
            "api PATCH fx:store -d store_name=Other --dry-run");

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void start() {
        site = new Site(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    /**
     * One file or folder.
     *
     * @param content of a file, a character for each byte
     */
    private record Thing(long size, FileTime changed, String content) {}

    @Test
    void on_a_missing_home() throws Exception {
        Files.delete(site.home);

        looksChangeNothing();
    }

    @Test
    void on_an_empty_folder() throws Exception {
        Files.createDirectories(site.home);

        looksChangeNothing();
    }

    @Test
    void on_a_folder_with_nothing_but_settings() throws Exception {
        Files.createDirectories(site.home);
        Files.writeString(site.home.resolve("foxden.properties"), "foxden.company-name=Acme\n");

        looksChangeNothing();
    }

    @Test
    void on_a_new_home() throws Exception {
        Installation.open(Surroundings.none()
                        .commandLine(Setting.HOME, site.home.toString())
                        .read())
                .prepare()
                .close();

        looksChangeNothing();
    }

    @Test
    void on_a_registered_home() throws Exception {
        site.install().exits(0);

        looksChangeNothing();
    }

    @Test
    void on_a_connected_home() throws Exception {
        connect();

        looksChangeNothing();
    }

    @Test
    void on_a_disconnected_home() throws Exception {
        connect();
        site.run("disconnect").exits(0);

        looksChangeNothing();
    }

    @Test
    void on_a_home_whose_client_is_gone() throws Exception {
        connect();
        site.foxy.deleteClient(site.clientId());
        site.run("refresh").exits(Code.CLIENT_UNKNOWN.exitStatus());

        looksChangeNothing();
    }

    @Test
    void on_a_broken_home() throws Exception {
        connect();
        Files.writeString(site.home.resolve("vault.key"), Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(site.phase()).isEqualTo("broken");

        looksChangeNothing();
    }

    @Test
    void on_a_home_with_torn_files_and_what_a_crash_left() throws Exception {
        connect();
        for (String name : List.of("records/installation.json", "records/client.json", "vault.json")) {
            Files.writeString(site.home.resolve(name), "torn");
        }
        Files.writeString(site.home.resolve("records/.client.json.1.tmp"), "of a crashed write");

        looksChangeNothing();
    }

    @Test
    void on_a_home_that_cannot_be_opened() throws Exception {
        connect();
        Files.writeString(site.home.resolve("records/installation.json"), "torn");
        Files.writeString(site.home.resolve("records/installation.json.prev"), "torn");

        looksChangeNothing();
    }

    private void connect() {
        site.install().exits(0);
        site.connect();
    }

    private void looksChangeNothing() throws Exception {
        Map<Path, Thing> before = everything();
        try (AllLocks held = AllLocks.of(site.home)) {
            for (String line : LOOKS) {
                Cli.Run run = site.run(line.split(" "));

                assertThat(run.out() + run.err()).as("%s: %s", line, run).doesNotContain("internal");
                assertThat(run.exit()).as("%s: %s", line, run).isNotEqualTo(Code.LOCKED.exitStatus());
                assertThat(everything()).as("%s: %s", line, run).isEqualTo(before);
            }
        }
    }

    private Map<Path, Thing> everything() throws IOException {
        Map<Path, Thing> all = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                all.put(each, new Thing(0, attributes.lastModifiedTime(), ""));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                String content = Files.readString(each, StandardCharsets.ISO_8859_1);
                all.put(each, new Thing(attributes.size(), attributes.lastModifiedTime(), content));
                return FileVisitResult.CONTINUE;
            }
        });
        return all;
    }
}
