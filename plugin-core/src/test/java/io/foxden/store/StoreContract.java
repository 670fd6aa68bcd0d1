package io.foxden.store;

import static io.foxden.store.Deeds.erase;
import static io.foxden.store.Deeds.forget;
import static io.foxden.store.Deeds.saying;
import static io.foxden.store.Deeds.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every store does, wherever it keeps its records; {@link LeaseContract} tells of its leases. A test of one extends
 * this and says how to open it.
 */
abstract class StoreContract {
    private final List<Store> opened = new ArrayList<>();
    private Store store;
    private Store other;

    /** Another store object on the records of this test, empty at its start, as another node would open it. */
    abstract Store openStore();

    @BeforeEach
    void open_two_stores_on_the_same_records() {
        store = opened(openStore());
        other = opened(openStore());
    }

    @AfterEach
    void close_all() {
        opened.forEach(Store::close);
    }

    private Store opened(Store another) {
        opened.add(another);
        return another;
    }

    @Test
    void a_record_that_was_never_written_is_absent() {
        assertThat(store.read("client")).isEmpty();
        assertThat(store.names("")).isEmpty();
        assertThat(store.revision("client")).isZero();
    }

    @Test
    void content_of_every_kind_is_read_back_by_another_store() {
        Fields content = Fields.none()
                .with("text", "quotes \" \\ and\nlines, ünïcödé \uD83E\uDD8A, \u0000")
                .with("empty", "")
                .with("number", Long.MIN_VALUE)
                .with("flag", true)
                .with("off", false)
                .with("instant", Instant.parse("2026-11-23T17:42:00.123456789Z"))
                .with("group", Fields.none().with("inner", Fields.none().with("deep", 1)))
                .with("nothing", Fields.none())
                .withList("list", List.of(Fields.none().with("a", 1), Fields.none()))
                .withTexts("texts", List.of("one", "two", ""))
                .withTexts("none", List.of());

        Entry written = write(store, "client", content);

        assertThat(other.read("client")).contains(written);
        assertThat(written.content()).isEqualTo(content);
        assertThat(other.read("client").orElseThrow().content().keys()).containsExactlyElementsOf(content.keys());
    }

    @Test
    void each_change_gets_a_higher_version() {
        Entry first = write(store, "client", "one");
        Entry second = write(other, "client", "two");
        Entry third = forget(store, "client", saying("three"));

        assertThat(first.version()).isPositive();
        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(third.version()).isGreaterThan(second.version());
        assertThat(other.read("client")).contains(third);
    }

    @Test
    void keeping_a_record_changes_nothing_and_gives_it() {
        assertThat(store.change("client", now -> Change.none())).isEmpty();
        Entry entry = write(store, "client", "one");
        long revision = store.revision("client");

        assertThat(other.change("client", now -> Change.none())).contains(entry);
        assertThat(store.revision("client")).isEqualTo(revision);
        assertThat(store.names("")).containsExactly("client");
    }

    @Test
    void what_others_write_while_a_change_is_decided_is_decided_upon_again() {
        List<Optional<Entry>> seen = new ArrayList<>();

        Entry written = store.change("client", now -> {
                    seen.add(now);
                    if (seen.size() == 1) {
                        write(other, "client", "theirs");
                    }
                    return Change.to(saying("after " + now.map(Entry::content)));
                })
                .orElseThrow();

        assertThat(seen).hasSize(2).first().isEqualTo(Optional.empty());
        assertThat(written.content()).isEqualTo(saying("after " + Optional.of(saying("theirs"))));
    }

    @Test
    void what_is_written_soon_is_seen_at_once() {
        store.change("client", now -> Change.to(saying("one")).soon());
        assertThat(other.read("client").orElseThrow().content()).isEqualTo(saying("one"));
        write(store, "client", "two");
        Entry entry = store.change(
                        "client",
                        now -> Change.to(saying("three")).withoutTrace().soon())
                .orElseThrow();

        assertThat(other.read("client")).contains(entry);
        assertThat(other.names("")).containsExactly("client");
        erase(other, "client");
        assertThat(store.read("client")).isEmpty();
        assertThat(store.names("")).isEmpty();
    }

    @Test
    void an_erased_record_is_absent_and_can_be_made_again() {
        write(store, "client", "one");
        write(store, "client", "two");

        erase(other, "client");

        assertThat(store.read("client")).isEmpty();
        assertThat(store.names("")).isEmpty();
        assertThat(store.revision("client")).isZero();
        assertThat(write(store, "client", "three").content()).isEqualTo(saying("three"));
    }

    @Test
    void erasing_what_is_not_there_does_nothing() {
        erase(store, "client");

        assertThat(store.read("client")).isEmpty();
    }

    @Test
    void a_record_made_again_after_an_erase_has_another_version() {
        Entry before = write(store, "client", "one");
        erase(other, "client");

        assertThat(write(other, "client", "one").version()).isNotEqualTo(before.version());
    }

    @Test
    void a_discarded_record_is_gone() {
        write(store, "client", "one");
        write(store, "client", "two");
        write(store, "other", "three");

        other.discard("client");
        other.discard("never-there");

        assertThat(store.read("client")).isEmpty();
        assertThat(store.names("")).containsExactly("other");
        assertThat(write(store, "client", "four").content()).isEqualTo(saying("four"));
    }

    @Test
    void a_record_kept_twice_is_the_same_record() {
        store.keepTwice("client");
        Entry entry = write(store, "client", "one");
        long revision = store.revision("client");

        store.keepTwice("client");

        assertThat(other.read("client")).contains(entry);
        assertThat(other.revision("client")).isEqualTo(revision);
    }

    @Test
    void records_do_not_touch_one_another() {
        Entry client = write(store, "client", "client");
        write(store, "client-2", "tokens");
        long revision = store.revision("client");

        erase(store, "client-2");

        assertThat(store.read("client")).contains(client);
        assertThat(store.revision("client")).isEqualTo(revision);
    }

    @Test
    void names_are_listed_by_prefix_in_order() {
        for (String name : List.of("state-b", "state-a", "client", "states", "0")) {
            write(store, name, Fields.none());
        }

        assertThat(other.names("state-")).containsExactly("state-a", "state-b");
        assertThat(other.names("")).containsExactly("0", "client", "state-a", "state-b", "states");
        assertThat(other.names("x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Client", "a.b", "../client", "a/b", "a b", "ä", "a_b", "client\n"})
    void other_names_are_refused_everywhere(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.read(name));
        assertThatIllegalArgumentException().isThrownBy(() -> store.change(name, now -> Change.none()));
        assertThatIllegalArgumentException().isThrownBy(() -> store.discard(name));
        assertThatIllegalArgumentException().isThrownBy(() -> store.keepTwice(name));
        assertThatIllegalArgumentException().isThrownBy(() -> store.revision(name));
        assertThatIllegalArgumentException().isThrownBy(() -> store.lease(name, Duration.ZERO));
    }

    @Test
    void names_have_1_to_80_characters() {
        write(store, "a".repeat(80), Fields.none());

        assertThatIllegalArgumentException().isThrownBy(() -> write(store, "a".repeat(81), Fields.none()));
    }

    @Test
    void text_that_would_not_be_read_back_is_refused_and_changes_nothing() {
        Entry before = write(store, "client", "one");
        String halfACharacter = "\uD83E";

        assertThatIllegalArgumentException().isThrownBy(() -> write(store, "client", halfACharacter));
        assertThat(store.read("client")).contains(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept", "forgotten", "soon", "by turns"})
    void the_revision_changes_with_each_change_however_quick(String way) {
        Set<Long> revisions = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            boolean trace = way.equals("kept") || i % 3 == 0;
            boolean durable = !way.equals("soon") && (i % 2 == 0 || !way.equals("by turns"));
            store.change("client", now -> new Change.Replace(saying("same size"), trace, durable));
            assertThat(other.revision("client")).isEqualTo(other.revision("client"));
            revisions.add(other.revision("client"));
        }

        assertThat(revisions).hasSize(60).doesNotContain(0L);
    }

    @Test
    void the_revision_changes_when_a_record_is_made_again() {
        Set<Long> revisions = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            write(store, "client", "one");
            revisions.add(store.revision("client"));
            erase(store, "client");
        }

        assertThat(revisions).hasSize(20).doesNotContain(0L);
    }

    @Test
    void a_change_starts_from_nothing_and_then_from_what_is_there() {
        store.change("client", now -> Change.to(Fields.none().with("a", "1")));
        Entry entry = other.change(
                        "client", now -> Change.to(now.orElseThrow().content().with("b", "2")))
                .orElseThrow();

        assertThat(entry.content()).isEqualTo(Fields.none().with("a", "1").with("b", "2"));
        assertThat(store.read("client")).contains(entry);
    }

    @Test
    void a_change_that_throws_changes_nothing() {
        Entry before = write(store, "client", "one");

        assertThatThrownBy(() -> store.change("client", now -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.read("client")).contains(before);
    }

    @Test
    void changes_by_many_threads_of_two_stores_lose_nothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                writers.add(Counter.counting(i % 2 == 0 ? store : other, 6));
            }
            for (Future<Void> done : threads.invokeAll(writers)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(Counter.counted(store)).isEqualTo(8 * 6);
    }

    @Test
    void what_is_over_is_pruned_and_the_rest_stays() {
        for (String name : List.of("ticket-1", "ticket-2", "ticket-3", "client")) {
            write(store, name, name.equals("ticket-2") ? "live" : "over");
        }

        assertThat(store.prune("ticket-", StoreContract::isOver, 100)).isEqualTo(2);

        assertThat(other.names("")).containsExactly("client", "ticket-2");
        assertThat(store.prune("ticket-", StoreContract::isOver, 100)).isZero();
        assertThat(store.prune("nothing-", StoreContract::isOver, 100)).isZero();
    }

    @Test
    void pruning_looks_at_so_many_at_a_time_and_at_each_in_its_turn() {
        for (int i = 0; i < 30; i++) {
            write(store, "ticket-" + i, i < 20 ? "live" : "over");
        }
        AtomicInteger looked = new AtomicInteger();
        int erased = 0;
        for (int call = 0; call < 12; call++) {
            looked.set(0);
            erased += store.prune(
                    "ticket-",
                    entry -> {
                        looked.incrementAndGet();
                        return isOver(entry);
                    },
                    5);
            assertThat(looked).hasValueLessThanOrEqualTo(2 * 5); // once more before it goes
        }

        assertThat(erased).isEqualTo(10);
        assertThat(other.names("")).hasSize(20);
    }

    private static boolean isOver(Entry entry) {
        return entry.content().required("text").equals("over");
    }

    @Test
    void a_sound_store_has_no_warnings() {
        write(store, "client", "one");

        assertThat(Deeds.warnings(store)).isEmpty();
    }

    @Test
    void the_lines_of_a_log_are_read_the_newest_first_by_every_store() {
        store.append("events", saying("one"));
        other.append("events", saying("two"));
        store.append("events", saying("three"));

        assertThat(other.newest("events", 2)).containsExactly(saying("three"), saying("two"));
        assertThat(store.newest("events", 100)).containsExactly(saying("three"), saying("two"), saying("one"));
        assertThat(store.newest("others", 100)).isEmpty();
    }

    @Test
    void a_log_is_no_record() {
        store.append("events", saying("one"));

        assertThat(store.names("")).isEmpty();
        assertThat(store.read("events")).isEmpty();
    }

    @Test
    void the_newest_thousand_lines_of_a_log_are_kept_however_long_they_are() {
        for (String text : List.of("short", "long".repeat(200))) {
            for (int i = 0; i < 2_500; i++) {
                store.append("events", Fields.none().with("n", i).with("text", text));
            }
            List<Fields> newest = other.newest("events", 1_000);
            assertThat(newest).hasSize(1_000);
            assertThat(newest.get(0).number("n")).hasValue(2_499);
            assertThat(newest.get(999).number("n")).hasValue(1_500);
        }
    }

    @Test
    void a_line_that_is_too_long_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.append("events", saying("x".repeat(1_000))));
        assertThat(store.newest("events", 1)).isEmpty();
    }

    @Test
    void an_interrupted_thread_still_adds_its_line() {
        Thread.currentThread().interrupt();
        store.append("events", saying("one"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.newest("events", 1)).containsExactly(saying("one"));
    }
}
