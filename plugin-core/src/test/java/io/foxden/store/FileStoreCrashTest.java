package io.foxden.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.file.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreCrashTest {
    @TempDir
    Path folder;

    private Path prepared;

    @BeforeEach
    void prepare() throws IOException {
        prepared = Files.createDirectory(folder.resolve("prepared"));
        Deeds.prepare(StoreProgram.open(prepared, Steps.NONE));
    }

    /** A home as before all deeds. */
    private Path home(String name) throws IOException {
        Path home = folder.resolve(name);
        try (Stream<Path> paths = Files.walk(prepared)) {
            for (Path path : paths.toList()) {
                Files.copy(path, home.resolve(prepared.relativize(path)));
            }
        }
        return home;
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void a_crash_at_any_step_leaves_each_record_as_before_or_as_written() throws IOException {
        int last = 0;
        boolean finished = false;
        while (!finished) {
            last++;
            Path home = home("crashed" + last);
            AtomicInteger done = new AtomicInteger();
            finished = doneBefore(home, last, done);
            assertSound(home, done.get(), "step " + last);
        }
        assertThat(last).as("steps").isGreaterThan(25);
    }

    private static boolean doneBefore(Path home, int last, AtomicInteger done) {
        AtomicInteger step = new AtomicInteger();
        Store store = StoreProgram.open(home, name -> {
            if (step.incrementAndGet() == last) {
                throw new Crash();
            }
        });
        try {
            for (Deeds deed : Deeds.values()) {
                deed.doTo(store);
                done.incrementAndGet();
            }
            return true;
        } catch (Crash e) {
            return false;
        }
    }

    @Test
    void a_process_that_halts_at_any_step_leaves_each_record_as_before_or_as_written() throws Exception {
        int steps = steps();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Callable<Void>> runs = new ArrayList<>();
            for (int last = 1; last <= steps + 1; last++) {
                int step = last;
                runs.add(() -> haltedAt(step, step > steps));
            }
            for (Future<Void> run : threads.invokeAll(runs)) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many steps there are before the program is through. */
    private int steps() throws IOException {
        AtomicInteger steps = new AtomicInteger();
        Store store = StoreProgram.open(home("counted"), name -> steps.incrementAndGet());
        for (Deeds deed : Deeds.values()) {
            deed.doTo(store);
        }
        return steps.get();
    }

    private Void haltedAt(int step, boolean through) throws IOException, InterruptedException {
        Path home = home("halted" + step);
        try (StoreProcess process = StoreProcess.start(home, "halt-at", step)) {
            List<String> done = process.rest();
            assertThat(process.exit()).as("step " + step).isEqualTo(through ? 0 : StoreProgram.HALTED);
            assertSound(home, done.size(), "step " + step);
        }
        return null;
    }

    /** Each record is as after the deeds that were done, or as after the next one; and the store works on. */
    private static void assertSound(Path home, int done, String when) throws IOException {
        int next = Math.min(done + 1, Deeds.values().length);
        Store store = StoreProgram.open(home, Steps.NONE);

        assertThat(Deeds.found(store)).as(when).isIn(Deeds.expected(done), Deeds.expected(next));
        assertThat(unfinished(home)).as(when).isEmpty();

        for (String name : List.of("kept", "made", "erased")) {
            Deeds.write(store, name, "after all");
        }
        assertThat(Deeds.found(StoreProgram.open(home, Steps.NONE)))
                .as(when)
                .containsExactly("after all", "after all", "after all");
        store.lease("free", Duration.ZERO).close();
    }

    private static List<Path> unfinished(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("records"))) {
            return files.filter(file -> !file.toString().matches(".*/[a-z]+\\.json(\\.prev)?"))
                    .toList();
        }
    }

    @Test
    void a_crash_while_forgetting_leaves_nothing_of_the_old_content_once_it_is_repeated() throws IOException {
        boolean through = false;
        for (int last = 1; !through; last++) {
            Path home = Files.createDirectory(folder.resolve("forgetting" + last));
            Store store = StoreProgram.open(home, Steps.NONE);
            Deeds.write(store, "client", "NEEDLE-1");
            Deeds.write(store, "client", "NEEDLE-2");
            AtomicInteger step = new AtomicInteger();
            int end = last;
            Store crashing = StoreProgram.open(home, name -> {
                if (step.incrementAndGet() == end) {
                    throw new Crash();
                }
            });
            try {
                Deeds.forget(crashing, "client", Deeds.saying("forgotten"));
                through = true;
            } catch (Crash e) {
                Deeds.forget(StoreProgram.open(home, Steps.NONE), "client", Deeds.saying("forgotten"));
            }

            assertThat(FileStoreTest.everyByteBelow(home)).as("step " + last).doesNotContain("NEEDLE");
        }
    }

    @Test
    void what_crashed_writes_left_is_cleared_away_when_the_store_is_opened() throws IOException {
        Store crashing = StoreProgram.open(folder, name -> {
            if (name.equals("client.json synced")) {
                throw new Crash();
            }
        });
        assertThatThrownBy(() -> Deeds.write(crashing, "client", "NEEDLE")).isInstanceOf(Crash.class);
        assertThat(unfinished(folder)).hasSize(1);
        assertThat(crashing.names("")).isEmpty();

        StoreProgram.open(folder, Steps.NONE);

        assertThat(unfinished(folder)).isEmpty();
    }

    @Test
    void opening_the_store_does_not_touch_what_another_is_writing() throws IOException {
        Store writing = StoreProgram.open(folder, name -> {
            if (name.equals("client.json synced")) {
                StoreProgram.open(folder, Steps.NONE);
            }
        });

        Deeds.write(writing, "client", "written");

        assertThat(writing.read("client").orElseThrow().content()).isEqualTo(Deeds.saying("written"));
    }
}
