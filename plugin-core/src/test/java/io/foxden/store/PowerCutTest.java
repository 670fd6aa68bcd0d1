package io.foxden.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.file.ForgetfulDisk;
import io.foxden.file.PowerCut;
import io.foxden.file.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the disk has after a power cut, where only what was forced is sure. Each force that is left out fails here. */
class PowerCutTest {
    @TempDir
    Path folder;

    private final AtomicInteger round = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(ForgetfulDisk.Names.class)
    void each_record_is_as_before_or_as_written_and_what_was_waited_for_is_there(ForgetfulDisk.Names names)
            throws IOException {
        int steps = 0;
        boolean through = false;
        while (!through) {
            steps++;
            Path home = Files.createDirectory(folder.resolve("home" + round.incrementAndGet()));
            ForgetfulDisk disk = new ForgetfulDisk(home);
            Store store = StoreProgram.open(home, disk);
            Deeds.prepare(store);
            AtomicInteger done = new AtomicInteger();
            through = doneWithin(store, disk, steps, done);

            int next = Math.min(done.get() + 1, Deeds.values().length);
            assertThat(Deeds.found(remaining(disk, names)))
                    .as("after %s of step %s", done, steps)
                    .isIn(Deeds.expected(done.get()), Deeds.expected(next));
        }
        assertThat(steps).isGreaterThan(20);
    }

    private static boolean doneWithin(Store store, ForgetfulDisk disk, int steps, AtomicInteger done) {
        disk.cutAfter(steps);
        try {
            for (Deeds deed : Deeds.values()) {
                deed.doTo(store);
                done.incrementAndGet();
            }
            return true;
        } catch (PowerCut.Off off) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(ForgetfulDisk.Names.class)
    void all_that_was_waited_for_is_there_after_each_deed(ForgetfulDisk.Names names) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        ForgetfulDisk disk = new ForgetfulDisk(home);
        Store store = StoreProgram.open(home.resolve("not/yet/there"), disk);
        Deeds.prepare(store);
        assertThat(Deeds.found(remaining(disk, names, "not/yet/there"))).isEqualTo(Deeds.expected(0));
        int done = 0;
        for (Deeds deed : Deeds.values()) {
            deed.doTo(store);
            assertThat(Deeds.found(remaining(disk, names, "not/yet/there")))
                    .as("%s", deed)
                    .isEqualTo(Deeds.expected(++done));
        }
    }

    @ParameterizedTest
    @EnumSource(ForgetfulDisk.Names.class)
    void what_is_pruned_discarded_or_kept_twice_lasts(ForgetfulDisk.Names names) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        ForgetfulDisk disk = new ForgetfulDisk(home);
        Store store = StoreProgram.open(home, disk);
        Deeds.prepare(store);

        assertThat(store.prune("erased", entry -> true, 10)).isEqualTo(1);
        assertThat(Deeds.found(remaining(disk, names))).isEqualTo(List.of("old", "", ""));
        Files.delete(home.resolve("records/kept.json.prev"));
        disk.delete(home.resolve("records/kept.json.prev"));
        store.keepTwice("kept");
        Path left = remains(disk, names);
        Files.writeString(left.resolve("records/kept.json"), "torn");
        assertThat(StoreProgram.open(left, Steps.NONE)
                        .read("kept")
                        .orElseThrow()
                        .content())
                .isEqualTo(Deeds.saying("old"));
        store.discard("kept");
        assertThat(Deeds.found(remaining(disk, names))).isEqualTo(List.of("", "", ""));
    }

    @ParameterizedTest
    @EnumSource(ForgetfulDisk.Names.class)
    void what_was_not_waited_for_is_there_or_as_before(ForgetfulDisk.Names names) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        ForgetfulDisk disk = new ForgetfulDisk(home);
        Store store = StoreProgram.open(home, disk);
        Deeds.prepare(store);
        for (int i = 0; i < 3; i++) {
            store.change("kept", now -> Change.to(Deeds.saying("soon")).soon());
            store.change("made", now -> Change.to(Deeds.saying("soon")).soon());

            Store left = remaining(disk, names);

            assertThat(left.read("kept").orElseThrow().content()).isEqualTo(Deeds.saying("old"));
            assertThat(left.read("made")).isEmpty();
            Deeds.write(left, "made", "again");
            assertThat(left.read("made").orElseThrow().recovered()).isFalse();
        }
        Deeds.write(store, "kept", "waited for");
        Deeds.write(store, "made", "waited for");
        assertThat(Deeds.found(remaining(disk, names))).isEqualTo(List.of("waited for", "waited for", "old"));
    }

    @Test
    void what_is_forgotten_does_not_come_back() throws IOException {
        int steps = 0;
        boolean through = false;
        while (!through) {
            steps++;
            Path home = Files.createDirectory(folder.resolve("home" + round.incrementAndGet()));
            ForgetfulDisk disk = new ForgetfulDisk(home);
            Store store = StoreProgram.open(home, disk);
            Deeds.write(store, "kept", "unspent");
            Deeds.write(store, "kept", "unspent");
            disk.cutAfter(steps);
            try {
                Deeds.forget(store, "kept", Deeds.saying("spent"));
                through = true;
            } catch (PowerCut.Off off) {
                through = false;
            }
            assertSpentForGood(remains(disk, ForgetfulDisk.Names.AS_LAST), through);
            if (through) {
                assertSpentForGood(remains(disk, ForgetfulDisk.Names.AS_FORCED), true);
            }
        }
    }

    private static void assertSpentForGood(Path home, boolean done) throws IOException {
        Store left = StoreProgram.open(home, Steps.NONE);
        boolean spent = left.read("kept").orElseThrow().content().equals(Deeds.saying("spent"));
        assertThat(spent || !done).isTrue();
        if (spent) {
            Deeds.write(left, "other", "x");
            assertThat(Files.readString(home.resolve("records/kept.json.prev"))).doesNotContain("unspent");
        }
    }

    private Store remaining(ForgetfulDisk disk, ForgetfulDisk.Names names) throws IOException {
        return remaining(disk, names, "");
    }

    private Store remaining(ForgetfulDisk disk, ForgetfulDisk.Names names, String home) throws IOException {
        return StoreProgram.open(remains(disk, names).resolve(home), Steps.NONE);
    }

    private Path remains(ForgetfulDisk disk, ForgetfulDisk.Names names) throws IOException {
        Path copy = folder.resolve("remains" + round.incrementAndGet());
        disk.remains(names, copy);
        return copy;
    }
}
