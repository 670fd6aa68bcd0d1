package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.foxden.config.Settings;
import io.foxden.config.Surroundings;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What somebody else could have put into a home is not worked with, nor what a link in it leads to. */
@DisabledOnOs(OS.WINDOWS)
class PlantedHomeTest {
    private static final String PRECIOUS = "precious: this is nobody's but root's\n";

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path precious = Path.of("");

    @BeforeEach
    void a_home_and_something_precious() throws IOException {
        home = folder.resolve("home");
        precious = Files.writeString(folder.resolve("precious"), PRECIOUS);
        open(null);
    }

    @Test
    void a_folder_open_to_all_is_not_taken_over() throws IOException {
        Path planted = Files.createDirectory(folder.resolve("planted"));
        Files.writeString(planted.resolve("setup-code"), "AAAA-BBBB-CCCC-DDDD-EEEE\n");
        allow(planted, "rwxrwxrwx");
        home = planted;

        FoxdenException refused = refusal();

        assertThat(refused.code()).isEqualTo(Code.HOME_NOT_OURS);
        assertThat(refused.problem().remedy()).contains("chmod o-w " + planted);
        assertThat(planted.toFile().list()).containsExactly("setup-code");
    }

    @Test
    void a_settings_file_that_all_may_write_is_not_worked_with() throws IOException {
        Path config = Files.writeString(folder.resolve("foxden.properties"), "foxden.home=" + home + "\n");
        allow(config, "rw-rw-rw-");

        FoxdenException refused = catchThrowableOfType(
                FoxdenException.class,
                () -> Installation.open(Surroundings.none()
                        .commandLine(Setting.CONFIG, config.toString())
                        .read()));

        assertThat(refused.code()).isEqualTo(Code.HOME_NOT_OURS);
        assertThat(refused.problem().remedy()).contains("chmod o-w " + config);
    }

    /** Each file there is, those of the locks among them, leads away: the start refuses, and nothing precious is lost. */
    @Test
    void no_file_is_opened_through_a_link() throws IOException {
        for (Path file : files()) {
            byte[] before = Files.readAllBytes(file);
            Files.delete(file);
            Files.createSymbolicLink(file, precious);

            assertThat(refusal().problem().detail()).contains(file + " ", "symbolic link");
            assertThat(precious).hasContent(PRECIOUS);

            Files.delete(file);
            Files.write(file, before);
            allow(file, "rw-------");
        }
        open(null);
    }

    @Test
    void nor_is_a_folder_in_it() throws IOException {
        for (String name : List.of("records", "locks", "history")) {
            Path away = Files.move(home.resolve(name), folder.resolve("away-" + name));
            Files.createSymbolicLink(home.resolve(name), away);

            assertThat(refusal().problem().detail()).contains(home.resolve(name) + " ", "symbolic link");

            Files.delete(home.resolve(name));
            Files.move(away, home.resolve(name));
        }
    }

    /** The links are laid after the start, when nobody looks at all of the home any more. */
    @Test
    void what_is_open_already_follows_no_link_either() throws IOException {
        List<Path> files = files();
        open(() -> {
            for (Path file : files) {
                Files.deleteIfExists(file);
                Files.createSymbolicLink(file, precious);
            }
        });

        assertThat(precious).hasContent(PRECIOUS);
        assertThat(Files.isSymbolicLink(home.resolve("locks/writers.lock"))).isTrue();
    }

    @Test
    void a_link_to_nothing_makes_nothing() throws IOException {
        Path made = folder.resolve("made");
        for (String name : List.of("locks/writers.lock", "locks/writers.jvm", "vault.key", "history/events-1.jsonl")) {
            Files.deleteIfExists(home.resolve(name));
            Files.createSymbolicLink(home.resolve(name), made);
            try {
                open(null);
            } catch (FoxdenException refused) {
                assertThat(refused.problem().detail()).contains("symbolic link");
            }
            assertThat(made).doesNotExist();
            Files.deleteIfExists(home.resolve(name));
        }
    }

    private interface Meanwhile {
        void happens() throws IOException;
    }

    /** A life as the web application's: it writes records, the setup code, the settings' file and its history. */
    private void open(@Nullable Meanwhile meanwhile) throws IOException {
        try (Installation foxden = Installation.open(settings())) {
            foxden.prepare();
            if (meanwhile != null) {
                meanwhile.happens();
            }
            try {
                foxden.access().loginCode();
                foxden.reset();
                foxden.prepare();
            } catch (FoxdenException refused) {
                assertThat(meanwhile).isNotNull();
            }
        }
    }

    private FoxdenException refusal() {
        return catchThrowableOfType(
                FoxdenException.class, () -> Installation.open(settings()).close());
    }

    private Settings settings() {
        return Surroundings.none().commandLine(Setting.HOME, home.toString()).read();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    private static void allow(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
