package io.foxden.store;

import static io.foxden.store.Deeds.saying;
import static io.foxden.store.Deeds.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.TryLaterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the leases of every store do. A test of one extends this and says how to open it. */
abstract class LeaseContract {
    static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final List<Store> opened = new ArrayList<>();
    private Store store;
    private Store other;

    /** Another store object on the records of this test, empty at its start, as another node would open it. */
    abstract Store openStore();

    /** Ends a lease from outside, as somebody who deletes a file or a database session. */
    abstract void takeAway(String name);

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
            assertThat(write(other, "registration", "one").content()).isEqualTo(saying("one"));
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
    void no_two_holdings_have_the_same_fence() {
        Set<Long> fences = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            try (Lease lease = (i % 2 == 0 ? store : other).lease("token", Duration.ZERO);
                    Lease another = store.lease("registration", Duration.ZERO)) {
                fences.add(lease.fence());
                fences.add(another.fence());
            }
        }

        assertThat(fences).hasSize(40);
    }

    @Test
    void a_lease_longer_than_a_day_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        store.lease("token", Duration.ZERO, Duration.ofDays(1).plusNanos(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.lease("token", Duration.ZERO, Duration.ofNanos(-1)));
    }

    // What is written under a lease

    @Test
    void a_holder_writes_under_its_lease() throws LeaseLostException {
        try (Lease lease = store.lease("token", Duration.ZERO)) {
            Entry entry = store.change("connection", lease, now -> Change.to(saying("mine")))
                    .orElseThrow();

            assertThat(other.read("connection")).contains(entry);
            assertThat(store.change("connection", lease, now -> Change.none())).contains(entry);
            assertThat(store.change("connection", lease, now -> Change.erased()))
                    .isEmpty();
        }
    }

    @Test
    void a_closed_lease_writes_nothing() {
        Lease lease = store.lease("token", Duration.ZERO);
        lease.close();

        assertLost(store, lease);
    }

    @Test
    void a_lease_taken_away_from_outside_is_not_held_and_writes_nothing() {
        Lease lease = store.lease("token", Duration.ZERO);

        takeAway("token");

        assertThat(lease.held()).isFalse();
        assertLost(store, lease);
        other.lease("token", Duration.ZERO).close();
    }

    @Test
    void a_lease_lost_while_it_is_decided_what_to_write_writes_nothing() {
        Lease lease = store.lease("token", Duration.ZERO);

        assertThatExceptionOfType(LeaseLostException.class)
                .isThrownBy(() -> store.change("connection", lease, now -> {
                    takeAway("token");
                    return Change.to(saying("late"));
                }));
        assertThat(other.read("connection")).isEmpty();
    }

    private static void assertLost(Store store, Lease lease) {
        Optional<Entry> before = store.read("connection");
        for (Change change : List.of(Change.none(), Change.erased(), Change.to(saying("late")))) {
            assertThatExceptionOfType(LeaseLostException.class)
                    .isThrownBy(() -> store.change("connection", lease, now -> change))
                    .withMessageContaining(lease.name());
        }
        assertThat(store.read("connection")).isEqualTo(before);
    }

    // Holders that hang

    @Test
    void who_waits_in_another_store_takes_over_what_is_held_for_too_long() {
        taken_over_by(wait -> other.lease("token", wait));
    }

    @Test
    void who_waits_in_the_same_store_takes_over_what_is_held_for_too_long() {
        taken_over_by(wait -> store.lease("token", wait));
    }

    private void taken_over_by(Function<Duration, Lease> asking) {
        Entry entry = write(store, "connection", "theirs");
        Lease hanging = store.lease("token", Duration.ZERO, SHORT);

        try (Lease next = asking.apply(LONG)) {
            assertThat(next.held()).isTrue();
            assertThat(next.fence()).isNotEqualTo(hanging.fence());
            assertThat(hanging.held()).isFalse();
            assertLost(store, hanging);

            hanging.close();

            assertThat(next.held()).isTrue();
            assertLocked(openedOther(), "token");
        }
        assertThat(other.read("connection")).contains(entry);
        store.lease("token", Duration.ZERO).close();
    }

    private Store openedOther() {
        return opened(openStore());
    }

    @Test
    void who_only_asks_again_and_again_takes_it_over_too() {
        Lease hanging = store.lease("token", Duration.ZERO, SHORT);

        await().until(() -> obtained(other));

        assertThat(hanging.held()).isFalse();
    }

    private static boolean obtained(Store store) {
        try (Lease lease = store.lease("token", Duration.ZERO)) {
            return lease.held();
        } catch (TryLaterException e) {
            return false;
        }
    }

    @Test
    void a_lease_that_is_overdue_and_that_nobody_wants_is_still_held() throws LeaseLostException {
        try (Lease lease = store.lease("token", Duration.ZERO, Duration.ZERO)) {
            assertThat(lease.held()).isTrue();
            assertThat(store.change("connection", lease, now -> Change.to(saying("mine"))))
                    .isPresent();
        }
    }

    @Test
    void one_holding_is_not_taken_for_another() {
        Lease first = store.lease("token", Duration.ZERO, SHORT);
        assertLocked(other, "token");
        first.close();
        long end = System.nanoTime() + 2 * SHORT.toNanos();
        await().until(() -> System.nanoTime() - end > 0);

        try (Lease second = store.lease("token", Duration.ZERO, SHORT)) {
            assertThatThrownBy(() -> other.lease("token", Duration.ZERO)).isInstanceOf(TryLaterException.class);
            assertThat(second.held()).isTrue();
        }
    }

    @Test
    void a_holder_in_its_time_is_left_in_peace() {
        try (Lease lease = store.lease("token", Duration.ZERO, LONG)) {
            assertThatThrownBy(() -> other.lease("token", SHORT.multipliedBy(5)))
                    .isInstanceOf(TryLaterException.class);
            assertThat(lease.held()).isTrue();
        }
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
