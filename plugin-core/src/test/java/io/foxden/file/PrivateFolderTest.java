package io.foxden.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_new_folder_and_those_above_it_are_their_owners_only() throws IOException {
        PrivateFolder home = PrivateFolder.prepare(folder.resolve("foxden/shop"), Steps.NONE);

        assertThat(home.path()).isEqualTo(folder.resolve("foxden/shop"));
        assertThat(mode(home.path())).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("foxden"))).isEqualTo("rwx------");
        assertThat(mode(home.folder("records").path())).isEqualTo("rwx------");
        assertThat(home.warnings()).isEmpty();
    }

    @Test
    void a_folder_that_is_there_keeps_its_permissions_with_a_warning() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));

        PrivateFolder home = PrivateFolder.prepare(folder, Steps.NONE);

        assertThat(mode(folder)).isEqualTo("rwxr-x---");
        assertThat(home.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.detail()).contains("(rwxr-x---)"))
                .satisfies(warning -> assertThat(warning.remedy()).isEqualTo("Run: chmod 700 " + folder));
    }

    @Test
    void a_home_may_be_a_symbolic_link_and_what_is_in_it_may_not() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        PrivateFolder home = PrivateFolder.prepareHome(link, Steps.NONE);
        home.file("state").write(new byte[] {1});
        home.folder("below");

        assertThat(real.resolve("state")).exists();
        assertThat(real.resolve("below")).isDirectory();
        assertThat(link).isSymbolicLink();
        assertThat(PrivateFolder.existingHome(link, Steps.NONE)).isPresent();
        assertUnusable(link, "symbolic link");
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> PrivateFolder.existing(link, Steps.NONE))
                .withMessageContaining("symbolic link");
    }

    @Test
    void a_file_in_the_folders_place_or_above_it_is_told() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertUnusable(file, "there is a file where a folder should be");
        assertUnusable(file.resolve("home"), file.resolve("home").toString());
    }

    @Test
    void a_symbolic_link_to_nothing_is_told() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));

        assertUnusable(link, link.toString());
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "a file system where nobody can make folders");

        assertUnusable(Path.of("/proc/self/foxden"), "/proc/self/foxden");
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws IOException, InterruptedException {
        Path locked = Files.createDirectory(
                folder.resolve("locked"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));

        List<String> said = PrepareProgram.prepare(locked, locked.resolve("home"));

        assertThat(said).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("home_unusable: "));
        assertThat(said.get(0)).contains(locked + " cannot be written by the account");
        assertThat(said.get(1)).contains(locked.resolve("home").toString(), "permission denied");
    }

    @Test
    void after_a_power_cut_anywhere_a_folder_can_be_made() {
        int[] round = {0};

        int steps = PowerCut.atEveryStep(
                cut -> PrivateFolder.prepare(folder.resolve(++round[0] + "/home"), cut),
                step -> assertThat(PrivateFolder.prepare(folder.resolve(round[0] + "/home"), Steps.NONE)
                                .path())
                        .isDirectory());

        assertThat(steps).isEqualTo(4);
    }

    @Test
    void an_existing_folder_is_found_and_none_is_made() {
        assertThat(PrivateFolder.existing(folder, Steps.NONE)).isPresent();
        assertThat(PrivateFolder.existing(folder.resolve("none"), Steps.NONE)).isEmpty();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void names_are_the_finished_files_in_order() throws IOException {
        PrivateFolder home = PrivateFolder.prepare(folder, Steps.NONE);
        home.file("b").write(new byte[0]);
        home.file("a.json").write(new byte[0]);
        home.folder("records");
        leftover(home);

        assertThat(home.names()).containsExactly("a.json", "b");
    }

    @Test
    void leftovers_are_swept_once_they_are_old_and_nothing_else_is() throws IOException {
        PrivateFolder home = PrivateFolder.prepare(folder, Steps.NONE);
        home.file("state").write(new byte[0]);
        Path old = leftover(home);
        Path young = leftover(home);
        Path foreign = Files.createFile(folder.resolve(".other.tmp"));
        Instant now = Instant.parse("2026-11-23T12:00:00Z");
        Files.setLastModifiedTime(old, FileTime.from(now.minusSeconds(601)));
        Files.setLastModifiedTime(young, FileTime.from(now.minusSeconds(599)));
        Files.setLastModifiedTime(foreign, FileTime.from(now.minusSeconds(601)));
        Files.setLastModifiedTime(home.file("state").path(), FileTime.from(now.minusSeconds(601)));

        home.sweep(now.minusSeconds(600));

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
        assertThat(home.file("state").exists()).isTrue();
    }

    /** A file that a power cut left half-written. */
    private Path leftover(PrivateFolder home) throws IOException {
        Path before = Files.createDirectories(folder.resolve("before"));
        PrivateFolder there = PrivateFolder.prepare(before, step -> {
            if (step.equals("state written")) {
                throw new AssertionError("power cut");
            }
        });
        try {
            there.file("state").write(new byte[] {1, 2, 3});
        } catch (AssertionError expected) {
            // the power cut
        }
        try (var files = Files.list(before)) {
            Path left = files.findFirst().orElseThrow();
            return Files.move(left, home.path().resolve(String.valueOf(left.getFileName())));
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void assertUnusable(Path path, String message) {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> PrivateFolder.prepare(path, Steps.NONE))
                .withMessageContaining(message)
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(Code.HOME_UNUSABLE));
    }
}
