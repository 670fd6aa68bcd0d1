package io.foxden.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read() {
        WholeFile file = file(Steps.NONE);
        assertThat(file.read(10)).isEmpty();
        assertThat(file.exists()).isFalse();

        file.write(bytes("one"));
        file.write(bytes("two"));

        assertThat(text(file)).contains("two");
        assertThat(file.exists()).isTrue();
        assertThat(everything()).containsExactly("state");
    }

    @Test
    void a_new_file_is_its_owners_only() throws IOException {
        file(Steps.NONE).write(bytes("x"));
        PrivateFolder.prepare(folder, Steps.NONE).file("other").create(bytes("y"));

        assertThat(mode("state")).isEqualTo("rw-------");
        assertThat(mode("other")).isEqualTo("rw-------");
    }

    @Test
    void a_file_is_its_owners_only_before_anything_is_in_it() {
        List<String> modes = new ArrayList<>();
        Steps watching =
                step -> modes.addAll(everything().stream().map(this::mode).toList());

        file(watching).write(bytes("x"));

        assertThat(modes).isNotEmpty().containsOnly("rw-------");
    }

    @Test
    void an_interrupted_thread_reads_and_writes_all_the_same_and_stays_interrupted() {
        AtomicBoolean once = new AtomicBoolean();
        WholeFile interruptedOnTheWay = file(step -> {
            if (step.equals("state written") && !once.getAndSet(true)) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            interruptedOnTheWay.write(bytes("one"));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(text(interruptedOnTheWay)).contains("one");
            interruptedOnTheWay.write(bytes("two"));
            interruptedOnTheWay.delete();
            assertThat(interruptedOnTheWay.create(bytes("three"))).isTrue();
            assertThat(text(interruptedOnTheWay)).contains("three");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(everything()).containsExactly("state");
    }

    @Test
    void after_a_power_cut_anywhere_the_content_is_the_old_or_the_new_and_can_be_replaced() {
        List<String> contents = new ArrayList<>();

        int steps = PowerCut.atEveryStep(
                cut -> {
                    file(Steps.NONE).write(bytes("old"));
                    file(cut).write(bytes("new and longer"));
                },
                step -> {
                    contents.add(text(file(Steps.NONE)).orElseThrow());
                    file(Steps.NONE).write(bytes("next"));
                    assertThat(text(file(Steps.NONE))).contains("next");
                });

        assertThat(steps).isEqualTo(5);
        assertThat(contents).containsExactly("old", "old", "old", "new and longer", "new and longer");
    }

    @Test
    void after_a_power_cut_anywhere_a_first_file_is_whole_or_not_there() {
        List<Optional<String>> contents = new ArrayList<>();

        PowerCut.atEveryStep(
                cut -> {
                    file(Steps.NONE).delete();
                    assertThat(file(cut).create(bytes("first"))).isTrue();
                },
                step -> {
                    contents.add(text(file(Steps.NONE)));
                    file(Steps.NONE).create(bytes("second"));
                    assertThat(text(file(Steps.NONE))).isPresent();
                });

        assertThat(contents)
                .containsOnly(Optional.empty(), Optional.of("first"))
                .hasSize(6);
    }

    @ParameterizedTest
    @EnumSource(ForgetfulDisk.Names.class)
    void what_was_written_made_or_deleted_is_on_the_disk(ForgetfulDisk.Names names) throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        ForgetfulDisk disk = new ForgetfulDisk(root);
        PrivateFolder home = PrivateFolder.prepare(root.resolve("a/home"), disk);
        for (String content : List.of("one", "two", "three")) {
            home.file("written").write(bytes(content));
            home.file("made" + content).create(bytes(content));
            Path left = folder.resolve("remains" + content);
            disk.remains(names, left);
            assertThat(left.resolve("a/home/written")).hasContent(content);
            assertThat(left.resolve("a/home/made" + content)).hasContent(content);
        }
        home.file("written").delete();
        disk.remains(names, folder.resolve("end"));
        assertThat(folder.resolve("end/a/home/written")).doesNotExist();
    }

    @Test
    void a_power_cut_during_deletion_leaves_the_whole_file_or_none() {
        PowerCut.atEveryStep(
                cut -> {
                    file(Steps.NONE).write(bytes("x"));
                    file(cut).delete();
                },
                step -> assertThat(text(file(Steps.NONE))).isEmpty());
    }

    @Test
    void a_writer_that_fails_leaves_the_old_content_and_nothing_else() {
        file(Steps.NONE).write(bytes("old"));
        Steps failing = step -> {
            if (step.equals("state written")) {
                throw new IllegalStateException("failed");
            }
        };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> file(failing).write(bytes("new")));

        assertThat(text(file(Steps.NONE))).contains("old");
        assertThat(everything()).containsExactly("state");
    }

    @Test
    void create_does_not_touch_a_file_that_is_there() {
        assertThat(file(Steps.NONE).create(bytes("first"))).isTrue();
        assertThat(file(Steps.NONE).create(bytes("second"))).isFalse();

        assertThat(text(file(Steps.NONE))).contains("first");
        assertThat(everything()).containsExactly("state");
    }

    @Test
    void a_file_that_appears_while_another_is_made_is_kept() {
        Steps rival = step -> {
            if (step.equals("state synced")) {
                file(Steps.NONE).create(bytes("rival"));
            }
        };

        assertThat(file(rival).create(bytes("mine"))).isFalse();

        assertThat(text(file(Steps.NONE))).contains("rival");
        assertThat(everything()).containsExactly("state");
    }

    @Test
    void of_many_that_create_at_once_one_does() throws Exception {
        int many = 8;
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Boolean>> made = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                byte[] content = bytes("writer " + i);
                Callable<Boolean> create = () -> {
                    start.await();
                    return file(Steps.NONE).create(content);
                };
                made.add(threads.submit(create));
            }
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> each : made) {
                results.add(each.get());
            }
            assertThat(results).containsOnlyOnce(true);
            assertThat(text(file(Steps.NONE)).orElseThrow()).isEqualTo("writer " + results.indexOf(true));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_file_larger_than_it_may_be_is_not_read() {
        file(Steps.NONE).write(new byte[11]);

        assertThat(file(Steps.NONE).read(11)).isPresent();
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> file(Steps.NONE).read(10))
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(Code.RECORD_UNREADABLE));
    }

    @Test
    void a_folder_in_the_files_place_is_told_by_name() throws IOException {
        Files.createDirectories(folder.resolve("state/inside"));

        assertUnusable(() -> file(Steps.NONE).read(10), "state is a folder, where a file belongs");
        assertUnusable(() -> file(Steps.NONE).write(bytes("x")), "state is a folder, where a file belongs");
        assertUnusable(() -> file(Steps.NONE).delete(), "state is a folder, where a file belongs");
        assertThat(everything()).containsExactly("state");
    }

    @Test
    void a_folder_that_vanished_is_told() throws IOException {
        PrivateFolder home = PrivateFolder.prepare(folder.resolve("home"), Steps.NONE);
        Files.delete(home.path());

        assertUnusable(() -> home.file("state").write(bytes("x")), "it is not there");
        assertUnusable(() -> home.file("state").create(bytes("x")), "it is not there");
        assertThat(home.file("state").read(10)).isEmpty();
    }

    @Test
    void a_file_that_others_can_read_is_warned_of() throws IOException {
        WholeFile file = file(Steps.NONE);
        assertThat(file.warnings()).isEmpty();
        file.write(bytes("x"));
        assertThat(file.warnings()).isEmpty();

        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(file.warnings())
                .singleElement()
                .extracting(Problem::detail, Problem::remedy)
                .containsExactly(
                        file.path() + " is open to others than its owner (rw-r--r--).",
                        "Run: chmod 600 " + file.path());
    }

    @Test
    void deleting_what_is_not_there_does_nothing() {
        file(Steps.NONE).delete();

        assertThat(everything()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", ".hidden", "a b", "ä"})
    void a_name_that_could_leave_the_folder_is_refused(String name) {
        PrivateFolder home = PrivateFolder.prepare(folder, Steps.NONE);

        assertThatIllegalArgumentException().isThrownBy(() -> home.file(name));
    }

    private WholeFile file(Steps steps) {
        return PrivateFolder.existing(folder, steps).orElseThrow().file("state");
    }

    private List<String> everything() {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    private String mode(String name) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<String> text(WholeFile file) {
        return file.read(100).map(bytes -> new String(bytes, UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static void assertUnusable(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(call)
                .withMessageContaining(message)
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(Code.HOME_UNUSABLE));
    }
}
