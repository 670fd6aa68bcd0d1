package io.foxden.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.file.Steps;
import io.foxden.file.Unprivileged;
import io.foxden.problem.Code;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store between processes, and between class loaders of one process. */
class FileStoreProcessesTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private Store store;

    @BeforeEach
    void open() {
        store = StoreProgram.open(home, Steps.NONE);
    }

    @Test
    void threads_and_two_other_processes_count_together_and_lose_nothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (StoreProcess one = StoreProcess.start(home, "count", 30);
                StoreProcess two = StoreProcess.start(home, "count", 30)) {
            List<Future<Void>> here = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                here.add(threads.submit(Counter.counting(store, 10)));
            }
            for (Future<Void> thread : here) {
                thread.get();
            }
            one.mustSucceed();
            two.mustSucceed();
        } finally {
            threads.shutdownNow();
        }
        assertThat(Counter.counted(store)).isEqualTo(30 + 30 + 3 * 10);
    }

    @Test
    void a_write_by_another_process_is_read_and_changes_the_revision() throws Exception {
        Deeds.write(store, "client", "ours");
        long revision = store.revision("client");

        try (StoreProcess process = StoreProcess.start(home, "write", "theirs")) {
            process.mustSucceed();
        }

        assertThat(store.revision("client")).isNotIn(revision, 0L);
        assertThat(store.read("client").orElseThrow().content()).isEqualTo(Deeds.saying("theirs"));
    }

    @Test
    void a_lease_that_another_process_holds_is_refused_with_its_number() throws Exception {
        try (StoreProcess process = StoreProcess.start(home, "hold", "registration")) {
            assertThat(process.line()).isEqualTo("held");

            assertThatThrownBy(() -> store.lease("registration", Duration.ZERO))
                    .hasMessageContaining("process " + process.pid() + " (started ");
            LeaseContract.assertLocked(store, "registration");
            store.lease("token", Duration.ZERO).close();
        }
    }

    @Test
    void a_killed_process_frees_its_lease_for_who_waits() throws Exception {
        try (StoreProcess process = StoreProcess.start(home, "hold", "registration")) {
            assertThat(process.line()).isEqualTo("held");
            CompletableFuture<Lease> waiting = CompletableFuture.supplyAsync(() -> store.lease("registration", LONG));

            process.kill();

            try (Lease lease = waiting.join()) {
                assertThat(lease.held()).isTrue();
            }
        }
    }

    @Test
    void a_stopped_process_loses_its_lease_to_who_waits_and_writes_nothing_when_it_goes_on() throws Exception {
        try (StoreProcess process = StoreProcess.start(home, "hold-and-write", "token")) {
            assertThat(process.line()).isEqualTo("held");
            process.stop();

            try (Lease lease = store.lease("token", LONG)) {
                store.change("connection", lease, now -> Change.to(Deeds.saying("new")));
                process.goOn();
                process.tell("");

                assertThat(process.line()).endsWith("held: false");
                assertThat(process.line()).isEqualTo("lost");
                process.mustSucceed();
                assertThat(lease.held()).isTrue();
                LeaseContract.assertLocked(StoreProgram.open(home, Steps.NONE), "token");
            }
        }
        assertThat(store.read("connection").orElseThrow().content()).isEqualTo(Deeds.saying("new"));
    }

    @Test
    void a_process_that_nobody_waits_for_writes_under_its_lease_however_long_it_took() throws Exception {
        try (StoreProcess process = StoreProcess.start(home, "hold-and-write", "token")) {
            assertThat(process.line()).isEqualTo("held");
            process.tell("");
            assertThat(process.line()).endsWith("held: true");
            assertThat(process.line()).isEqualTo("written");
        }
    }

    @Test
    void a_lease_held_here_makes_another_process_wait_until_it_is_closed() throws Exception {
        try (Lease lease = store.lease("registration", Duration.ZERO);
                StoreProcess process = StoreProcess.start(home, "hold", "registration")) {
            CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> said(process));
            LeaseContract.assertLocked(StoreProgram.open(home, Steps.NONE), "registration");
            assertThat(line).isNotDone();

            lease.close();

            assertThat(line.join()).isEqualTo("held");
        }
    }

    private static String said(StoreProcess process) {
        try {
            return process.line();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_lease_is_exclusive_between_class_loaders_of_one_process() throws Exception {
        try (URLClassLoader loader = anotherLoader()) {
            AutoCloseable there = storeIn(loader);
            try (Lease lease = store.lease("registration", Duration.ZERO)) {
                assertThatThrownBy(() -> leaseIn(there, "registration"))
                        .hasRootCauseMessage("locked: Lease 'registration' is held by another thread of this process ("
                                + ProcessHandle.current().pid() + "). " + Code.LOCKED.remedy());
                assertThat(lease.held()).isTrue();
            }
            try (AutoCloseable lease = leaseIn(there, "registration")) {
                assertThat(lease).isNotInstanceOf(Lease.class);
                LeaseContract.assertLocked(store, "registration");
            }
            store.lease("registration", Duration.ZERO).close();
        }
    }

    /** The trap of POSIX locks: a second class loader that was refused closes the file, and with it the first one's lock. */
    @Test
    void a_refused_class_loader_does_not_free_the_lease_for_other_processes() throws Exception {
        try (URLClassLoader loader = anotherLoader();
                Lease lease = store.lease("registration", Duration.ZERO)) {
            AutoCloseable there = storeIn(loader);
            assertThatThrownBy(() -> leaseIn(there, "registration")).isNotNull();
            there.close();
            LeaseContract.assertLocked(StoreProgram.open(home, Steps.NONE), "registration");

            try (StoreProcess process = StoreProcess.start(home, "try", "registration")) {
                assertThat(process.line())
                        .startsWith("locked: Lease 'registration' is held by process "
                                + ProcessHandle.current().pid());
            }
            assertThat(lease.held()).isTrue();
        }
    }

    private static URLClassLoader anotherLoader() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }

    private AutoCloseable storeIn(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> random = loader.loadClass("io.foxden.secret.RandomText");
        Class<?> steps = loader.loadClass("io.foxden.file.Steps");
        Object none = steps.getField("NONE").get(null);
        return (AutoCloseable) loader.loadClass(FileStore.class.getName())
                .getConstructor(Path.class, random, steps)
                .newInstance(home, random.getConstructor(SecureRandom.class).newInstance(new SecureRandom()), none);
    }

    private static AutoCloseable leaseIn(AutoCloseable there, String name) throws ReflectiveOperationException {
        return (AutoCloseable) there.getClass()
                .getMethod("lease", String.class, Duration.class)
                .invoke(there, name, Duration.ZERO);
    }

    @Test
    void a_read_only_home_can_be_read_and_says_what_is_wrong_when_written() throws Exception {
        Deeds.write(store, "client", "old");
        Deeds.write(store, "client", "readable");
        List<String> unprivileged = Unprivileged.command();
        List<Path> folders = List.of(home.resolve("records"), home.resolve("locks"), home);
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(home);
        try {
            for (Path folder : folders) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
            }
            try (StoreProcess process = StoreProcess.start(unprivileged, home, "read-only", "client")) {
                assertThat(process.rest())
                        .hasSize(6)
                        .startsWith("readable", "[client]", "true")
                        .allSatisfy(line -> assertThat(line).doesNotContain("done"));
            }
            try (StoreProcess process = StoreProcess.start(unprivileged, home, "read-only", "client")) {
                assertThat(process.rest().subList(3, 6))
                        .allSatisfy(line ->
                                assertThat(line).startsWith("home_unusable: ").contains(home.toString(), "writ"));
            }
        } finally {
            for (Path folder : folders) {
                Files.setPosixFilePermissions(folder, before);
            }
        }
    }
}
