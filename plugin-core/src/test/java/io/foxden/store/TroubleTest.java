package io.foxden.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.foxden.file.Steps;
import io.foxden.file.Unprivileged;
import io.foxden.problem.Code;
import io.foxden.problem.TryLaterException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trouble that may pass is no damage: nothing is lost, nothing older is given, and the same call works later. */
class TroubleTest {
    @TempDir
    Path home;

    private final FailingDisk disk = new FailingDisk();
    private Store store;

    /** Does all but one operation. */
    private static final class FailingDisk implements Steps {
        private String failing = "";
        private IOException trouble = new IOException();

        void fails(String operation, IOException how) {
            failing = operation;
            trouble = how;
        }

        private void pass(String operation) throws IOException {
            if (failing.equals(operation)) {
                throw trouble;
            }
        }

        @Override
        public void reached(String step) {}

        @Override
        public byte[] read(Path file, int most) throws IOException {
            pass("read");
            return Steps.super.read(file, most);
        }

        @Override
        public FileChannel begin(Path file) throws IOException {
            pass("begin");
            return Steps.super.begin(file);
        }

        @Override
        public void write(FileChannel channel, Path file, byte[] content) throws IOException {
            pass("write");
            Steps.super.write(channel, file, content);
        }

        @Override
        public void force(FileChannel channel, Path file) throws IOException {
            pass("force");
            Steps.super.force(channel, file);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            pass("rename");
            Steps.super.rename(from, to);
        }

        @Override
        public boolean delete(Path file) throws IOException {
            pass("delete");
            return Steps.super.delete(file);
        }

        @Override
        public FileChannel open(Path folder) throws IOException {
            pass("open");
            return Steps.super.open(folder);
        }
    }

    @BeforeEach
    void two_versions() {
        store = StoreProgram.open(home, disk);
        Deeds.write(store, "client", "old");
        Deeds.write(store, "client", "new");
    }

    static List<IOException> troubles() {
        return List.of(
                new IOException("Input/output error"),
                new IOException("Eingabe-/Ausgabefehler"),
                new FileSystemException("client.json", null, "Too many open files"),
                new FileSystemException("client.json", null, "Too many open files in system"),
                new FileSystemException("client.json", null, "Stale file handle"),
                new FileSystemException("client.json", null, "No space left on device"),
                new FileSystemException("client.json", null, "Disk quota exceeded"),
                new FileSystemException("client.json"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void what_cannot_be_read_now_is_read_later_and_never_the_older_version(IOException trouble) {
        disk.fails("read", trouble);

        assertPasses(() -> store.read("client"));
        assertPasses(() -> store.change("client", now -> Change.to(Deeds.saying("mine"))));
        assertThat(Deeds.warnings(store))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.STORE_UNREACHABLE));

        disk.fails("", trouble);
        assertThat(store.read("client").orElseThrow().content()).isEqualTo(Deeds.saying("new"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "write", "force", "rename"})
    void what_cannot_be_written_now_is_as_before_and_written_later(String operation) throws IOException {
        List<Consumer<Store>> deeds = List.of(
                any -> Deeds.write(any, "client", "next"),
                any -> Deeds.forget(any, "client", Deeds.saying("next")),
                any -> any.change(
                        "client", now -> Change.to(Deeds.saying("next")).soon()),
                any -> Deeds.write(any, "made", "next"));
        for (Consumer<Store> deed : deeds) {
            for (IOException trouble : troubles()) {
                disk.fails(operation, trouble);
                boolean notWaitedFor = deeds.indexOf(deed) == 2 && operation.equals("force");
                if (!notWaitedFor) {
                    assertPasses(() -> deed.accept(store));
                    assertThat(store.read("client").orElseThrow().content()).isEqualTo(Deeds.saying("new"));
                    assertThat(store.read("made")).isEmpty();
                    assertThat(unfinished()).isEmpty();
                }
            }
            disk.fails("", new IOException());
            deed.accept(store);
            Deeds.write(store, "client", "new");
            Deeds.erase(store, "made");
        }
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("records"))) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "open"})
    void what_cannot_be_erased_now_is_erased_later(String operation) {
        for (IOException trouble : troubles()) {
            for (Runnable deed : List.<Runnable>of(() -> Deeds.erase(store, "client"), () -> store.discard("client"))) {
                disk.fails("", trouble);
                Deeds.write(store, "client", "new");
                disk.fails(operation, trouble);
                assertPasses(deed::run);
                assertThat(store.read("client").isPresent()).isEqualTo(operation.equals("delete"));
            }
        }
        disk.fails("", new IOException());
        Deeds.erase(store, "client");
        assertThat(store.names("")).isEmpty();
    }

    @Test
    void a_change_that_only_keeps_needs_no_disk_to_write_on() {
        disk.fails("begin", new IOException("No space left on device"));

        assertThat(store.change("client", now -> Change.none())).isPresent();
    }

    @Test
    void a_lease_is_had_on_a_full_disk() {
        store.lease("token", Duration.ZERO).close();
        disk.fails("begin", new IOException("No space left on device"));

        try (Lease lease = store.lease("token", Duration.ZERO)) {
            assertThat(lease.held()).isTrue();
        }
    }

    private static void assertPasses(ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(TryLaterException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.STORE_UNREACHABLE));
    }

    @Test
    void a_process_without_descriptors_reads_and_writes_nothing_and_then_all() throws Exception {
        List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -n 200; exec \"$@\"", "sh"));
        try (StoreProcess process = StoreProcess.start(shell, home, "starve", "client")) {
            List<String> said = process.rest();
            assertThat(said).hasSize(5);
            assertThat(said.subList(0, 4)).allSatisfy(line -> assertThat(line).startsWith("store_unreachable: "));
            assertThat(said.get(4)).isEqualTo("new");
        }
        assertThat(store.read("client").orElseThrow().content()).isEqualTo(Deeds.saying("new"));
    }

    @Test
    void a_file_that_this_account_may_not_read_is_for_the_operator_and_no_reason_to_go_back() throws Exception {
        Path newest = home.resolve("records/client.json");
        Files.setPosixFilePermissions(newest, Set.of());
        try (StoreProcess process = StoreProcess.start(Unprivileged.command(), home, "try-read", "client")) {
            assertThat(process.rest())
                    .singleElement()
                    .asString()
                    .startsWith("home_unusable: ")
                    .contains(newest + " cannot be read", "permission denied");
        } finally {
            Files.setPosixFilePermissions(newest, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void a_folder_in_the_place_of_a_file_is_for_the_operator() throws IOException {
        Path newest = home.resolve("records/client.json");
        Files.delete(newest);
        Files.createDirectory(newest);

        assertThatThrownBy(() -> store.read("client")).hasMessageStartingWith("home_unusable: " + newest);
    }
}
