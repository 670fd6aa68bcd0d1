package io.foxden.store;

import static io.foxden.store.Deeds.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.TryLaterException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does, wherever it keeps its records. A test of one extends this and says how to open it. */
abstract class StoreContract {
    private static final Duration LONG = Duration.ofSeconds(60);

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

        Entry written = store.write("client", 0, content);

        assertThat(other.read("client")).contains(written);
        assertThat(written.content()).isEqualTo(content);
        assertThat(other.read("client").orElseThrow().content().keys()).containsExactlyElementsOf(content.keys());
    }

    @Test
    void each_write_gets_a_higher_version() {
        Entry first = store.write("client", 0, saying("one"));
        Entry second = other.write("client", first.version(), saying("two"));
        Entry third = store.writeWithoutTrace("client", second.version(), saying("three"));

        assertThat(first.version()).isPositive();
        assertThat(second.version()).isGreaterThan(first.version());
        assertThat(third.version()).isGreaterThan(second.version());
        assertThat(other.read("client")).contains(third);
    }

    @Test
    void writing_over_a_version_that_another_store_replaced_is_refused_and_changes_nothing() {
        Entry read = store.write("client", 0, saying("one"));
        Entry newer = other.write("client", read.version(), saying("two"));

        assertThatThrownBy(() -> store.write("client", read.version(), saying("mine")))
                .asInstanceOf(type(StaleVersionException.class))
                .satisfies(stale -> assertThat(stale.expected()).isEqualTo(read.version()))
                .satisfies(stale -> assertThat(stale.found()).isEqualTo(newer.version()))
                .satisfies(stale -> assertThat(stale).hasMessageContaining("client"));
        assertThatThrownBy(() -> store.writeWithoutTrace("client", read.version(), saying("mine")))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> store.erase("client", read.version())).isInstanceOf(StaleVersionException.class);
        assertThat(store.read("client")).contains(newer);
    }

    @Test
    void version_0_makes_a_record_only_where_there_is_none() {
        Entry first = store.write("client", 0, saying("one"));

        assertThatThrownBy(() -> other.write("client", 0, saying("two"))).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> other.erase("client", 0)).isInstanceOf(StaleVersionException.class);
        assertThat(other.read("client")).contains(first);
    }

    @Test
    void a_version_of_a_record_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> store.write("client", 7, saying("one"))).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> store.erase("client", 7)).isInstanceOf(StaleVersionException.class);
        assertThat(store.names("")).isEmpty();
    }

    @Test
    void an_erased_record_is_absent_and_can_be_made_again() {
        Entry entry = store.write("client", 0, saying("one"));
        entry = store.write("client", entry.version(), saying("two"));

        other.erase("client", entry.version());

        assertThat(store.read("client")).isEmpty();
        assertThat(store.names("")).isEmpty();
        assertThat(store.revision("client")).isZero();
        assertThat(store.write("client", 0, saying("three")).content()).isEqualTo(saying("three"));
    }

    @Test
    void erasing_what_is_not_there_does_nothing() {
        store.erase("client", 0);

        assertThat(store.read("client")).isEmpty();
    }

    @Test
    void a_version_kept_from_before_an_erase_does_not_fit_the_record_made_after_it() {
        Entry before = store.write("client", 0, saying("one"));
        other.erase("client", before.version());
        other.write("client", 0, saying("two"));

        assertThatThrownBy(() -> store.write("client", before.version(), saying("mine")))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void records_do_not_touch_one_another() {
        Entry client = store.write("client", 0, saying("client"));
        Entry tokens = store.write("client-2", 0, saying("tokens"));
        long revision = store.revision("client");

        store.erase("client-2", tokens.version());

        assertThat(store.read("client")).contains(client);
        assertThat(store.revision("client")).isEqualTo(revision);
    }

    @Test
    void names_are_listed_by_prefix_in_order() {
        for (String name : List.of("state-b", "state-a", "client", "states", "0")) {
            store.write(name, 0, Fields.none());
        }

        assertThat(other.names("state-")).containsExactly("state-a", "state-b");
        assertThat(other.names("")).containsExactly("0", "client", "state-a", "state-b", "states");
        assertThat(other.names("x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Client", "a.b", "../client", "a/b", "a b", "ä", "a_b", "client\n"})
    void other_names_are_refused_everywhere(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.read(name));
        assertThatIllegalArgumentException().isThrownBy(() -> store.write(name, 0, Fields.none()));
        assertThatIllegalArgumentException().isThrownBy(() -> store.writeWithoutTrace(name, 0, Fields.none()));
        assertThatIllegalArgumentException().isThrownBy(() -> store.erase(name, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> store.revision(name));
        assertThatIllegalArgumentException().isThrownBy(() -> store.lease(name, Duration.ZERO));
    }

    @Test
    void names_have_1_to_80_characters() {
        store.write("a".repeat(80), 0, Fields.none());

        assertThatIllegalArgumentException().isThrownBy(() -> store.write("a".repeat(81), 0, Fields.none()));
    }

    @Test
    void text_that_would_not_be_read_back_is_refused_and_changes_nothing() {
        Entry before = store.write("client", 0, saying("one"));
        String halfACharacter = "\uD83E";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.write("client", before.version(), saying(halfACharacter)));
        assertThat(store.read("client")).contains(before);
    }

    @Test
    void the_revision_changes_with_each_write_however_quick() {
        HashSet<Long> revisions = new HashSet<>();
        Entry entry = store.write("client", 0, saying("0"));
        for (int i = 0; i < 60; i++) {
            assertThat(other.revision("client")).isEqualTo(other.revision("client"));
            revisions.add(other.revision("client"));
            entry = store.write("client", entry.version(), saying("same size"));
        }

        assertThat(revisions).hasSize(60).doesNotContain(0L, other.revision("client"));
    }

    @Test
    void the_revision_changes_when_the_same_content_is_written_again_and_after_an_erase() {
        Entry entry = store.write("client", 0, saying("one"));
        long first = store.revision("client");
        entry = store.writeWithoutTrace("client", entry.version(), saying("one"));
        long second = store.revision("client");
        store.erase("client", entry.version());
        store.write("client", 0, saying("one"));

        assertThat(store.revision("client")).isNotIn(first, second, 0L);
        assertThat(first).isNotEqualTo(second);
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
        Entry before = store.write("client", 0, saying("one"));

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
    void a_lease_has_one_holder_over_threads_and_stores() {
        try (Lease lease = store.lease("registration", Duration.ZERO)) {
            assertThat(lease.held()).isTrue();
            assertLocked(store, "registration");
            assertLocked(other, "registration");
            assertThat(lease.held()).isTrue();
        }
        other.lease("registration", Duration.ZERO).close();
        store.lease("registration", Duration.ZERO).close();
    }

    @Test
    void leases_of_other_names_and_writes_are_free() {
        try (Lease lease = store.lease("registration", Duration.ZERO);
                Lease second = other.lease("token", Duration.ZERO)) {
            assertThat(lease.held() && second.held()).isTrue();
            assertThat(other.write("registration", 0, saying("one")).content()).isEqualTo(saying("one"));
        }
    }

    @Test
    void a_closed_lease_is_not_held_and_closing_it_again_does_not_touch_the_next_holder() {
        Lease first = store.lease("registration", Duration.ZERO);
        first.close();
        Lease second = store.lease("registration", Duration.ZERO);

        first.close();

        assertThat(first.held()).isFalse();
        assertThat(second.held()).isTrue();
        assertLocked(other, "registration");
    }

    @Test
    void a_lease_may_be_closed_by_another_thread() {
        Lease lease = store.lease("registration", Duration.ZERO);

        CompletableFuture.runAsync(lease::close).join();

        other.lease("registration", Duration.ZERO).close();
    }

    @Test
    void closing_the_store_ends_its_leases() {
        Lease lease = store.lease("registration", Duration.ZERO);

        store.close();

        assertThat(lease.held()).isFalse();
        other.lease("registration", Duration.ZERO).close();
    }

    @Test
    void who_waits_for_a_lease_gets_it_when_it_is_free() {
        Lease first = store.lease("registration", Duration.ZERO);
        CompletableFuture<Lease> here = CompletableFuture.supplyAsync(() -> store.lease("registration", LONG));
        CompletableFuture<Lease> there = CompletableFuture.supplyAsync(() -> other.lease("registration", LONG));
        assertThat(here.isDone() || there.isDone()).isFalse();

        first.close();

        CompletableFuture.anyOf(here, there).join();
        assertThat(here.isDone() && there.isDone()).isFalse();
        (here.isDone() ? here : there).join().close();
        assertThat(here.join() != there.join()).isTrue();
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_lease_and_stays() throws Exception {
        Lease first = store.lease("registration", Duration.ZERO);
        CompletableFuture<Optional<Code>> outcome = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            Optional<Code> code = Optional.empty();
            try {
                other.lease("registration", LONG);
            } catch (FoxdenException e) {
                code = Thread.currentThread().isInterrupted() ? Optional.of(e.code()) : code;
            }
            outcome.complete(code);
        });
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        waiting.interrupt();

        assertThat(outcome.get()).contains(Code.LOCKED);
        assertThat(first.held()).isTrue();
    }

    static void assertLocked(Store store, String name) {
        assertThatThrownBy(() -> store.lease(name, Duration.ofMillis(5)))
                .asInstanceOf(type(TryLaterException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.LOCKED))
                .satisfies(e -> assertThat(e).hasMessageContaining(name));
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

    @Test
    void the_age_of_a_lease_is_that_of_the_one_held_longest_and_nothing_once_it_ended() {
        assertThat(store.oldestLease()).isZero();
        try (Lease lease = store.lease("one", Duration.ZERO)) {
            Duration first = store.oldestLease();
            try (Lease later = store.lease("two", Duration.ZERO)) {
                assertThat(store.oldestLease()).isGreaterThan(first).isPositive();
            }
            assertThat(other.oldestLease()).isZero();
        }
        assertThat(store.oldestLease()).isZero();
    }
}
