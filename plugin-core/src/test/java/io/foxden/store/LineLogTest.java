package io.foxden.store;

import static io.foxden.store.Deeds.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.file.Steps;
import io.foxden.problem.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs as files, and what crashes and other processes do to them. */
class LineLogTest {
    @TempDir
    Path home;

    private Store store;

    @BeforeEach
    void open() {
        store = StoreProgram.open(home, Steps.NONE);
    }

    private Path file(int number) {
        return home.resolve("history/events-" + number + ".jsonl");
    }

    @Test
    void a_line_that_a_crash_tore_off_is_passed_over_and_spoils_no_other() throws Exception {
        store.append("events", saying("before"));
        store.append("events", saying("torn"));
        String text = Files.readString(file(1));
        Files.writeString(file(1), text.substring(0, text.length() - 5));

        store.append("events", saying("after"));

        assertThat(store.newest("events", 10)).containsExactly(saying("after"), saying("before"));
    }

    @Test
    void bytes_that_are_no_lines_are_passed_over() throws Exception {
        store.append("events", saying("before"));
        byte[] noise = {
            0, (byte) 0xff, '\n', '[', ']', '\n', '{', '"', 'a', '"', ':', 'n', 'u', 'l', 'l', '}', (byte) 0xc3
        };
        Files.write(file(1), noise, StandardOpenOption.APPEND);
        store.append("events", saying("after"));

        assertThat(store.newest("events", 10)).containsExactly(saying("after"), saying("before"));
    }

    @Test
    void two_files_are_kept_for_their_owner_only() throws Exception {
        for (int i = 0; i < 4_000; i++) {
            store.append("events", saying("x".repeat(900)));
        }
        try (Stream<Path> files = Files.list(home.resolve("history"))) {
            assertThat(files).containsExactlyInAnyOrder(file(3), file(4));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(4))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("history"))))
                .isEqualTo("rwx------");
    }

    @Test
    void looking_makes_nothing() throws Exception {
        assertThat(store.newest("events", 10)).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void what_cannot_be_written_is_told_with_its_place() throws IOException {
        Files.writeString(home.resolve("history"), "a file where the folder belongs");

        assertThatThrownBy(() -> store.append("events", saying("one")))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining(home.resolve("history").toString());
    }

    @Test
    void processes_that_add_at_once_and_are_killed_lose_no_whole_line() throws Exception {
        try (StoreProcess one = StoreProcess.start(home, "log", "one");
                StoreProcess two = StoreProcess.start(home, "log", "two")) {
            assertThat(one.line()).isEqualTo("logged");
            assertThat(two.line()).isEqualTo("logged");
            one.kill();
            two.kill();
        }
        store.append("events", saying("last"));

        List<Fields> newest = store.newest("events", 1_000);
        assertThat(newest).hasSize(1_000).startsWith(saying("last"));
        for (String by : List.of("one", "two")) {
            List<Long> numbers = newest.stream()
                    .filter(line -> line.text("by").filter(by::equals).isPresent())
                    .map(line -> line.number("n").orElseThrow())
                    .toList();
            for (int i = 1; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) - 1);
            }
        }
    }
}
