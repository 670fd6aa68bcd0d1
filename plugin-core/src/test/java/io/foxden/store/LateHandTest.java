package io.foxden.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.file.Steps;
import io.foxden.secret.RandomText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A writer that stops in the middle of its write, and goes on when others have written. */
class LateHandTest {
    private static final Duration TURN = Duration.ofMillis(300);

    @TempDir
    Path home;

    private Store store(Steps steps) {
        return new FileStore(home, new RandomText(new SecureRandom()), steps, TURN);
    }

    /** Stops at a step, once, until it is told to go on. */
    private static final class Stopping implements Steps {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final String step;

        Stopping(String step) {
            this.step = step;
        }

        @Override
        public void reached(String reachedStep) {
            if (reachedStep.equals(step) && reached.getCount() > 0) {
                reached.countDown();
                await(goOn);
            }
        }

        static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "counter.json begun",
                "counter.json written",
                "counter.json synced",
                "counter.json.prev linked",
                "counter.json.prev renamed"
            })
    void a_writer_whose_turn_was_taken_over_begins_again_and_loses_nothing(String step) throws Exception {
        Counter.counting(store(Steps.NONE), 2).call();
        Stopping stopping = new Stopping(step);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> count(store(stopping)));
        Stopping.await(stopping.reached);

        Counter.counting(store(Steps.NONE), 5).call();
        stopping.goOn.countDown();
        late.join();

        assertThat(Counter.counted(store(Steps.NONE))).isEqualTo(2 + 5 + 1);
        assertThat(Deeds.warnings(store(Steps.NONE))).isEmpty();
        try (Stream<Path> files = Files.list(home.resolve("records"))) {
            assertThat(files).hasSize(2);
        }
    }

    private static void count(Store store) {
        try {
            Counter.counting(store, 1).call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Its turn in the same store, too, where a thread hangs and not a process. */
    @Test
    void a_thread_that_hangs_in_its_turn_does_not_keep_the_others_of_its_store() throws Exception {
        Stopping stopping = new Stopping("counter.json synced");
        Store store = store(stopping);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> count(store));
        Stopping.await(stopping.reached);

        Counter.counting(store, 3).call();
        stopping.goOn.countDown();
        late.join();

        assertThat(Counter.counted(store)).isEqualTo(3 + 1);
    }

    @Test
    void a_holder_stopped_in_its_write_does_not_write_when_its_lease_has_gone_meanwhile() throws Exception {
        Stopping stopping = new Stopping("connection.json synced");
        Store late = store(stopping);
        Store other = store(Steps.NONE);
        List<Throwable> thrown = new ArrayList<>();
        Thread stopped = new Thread(() -> {
            try (Lease lease = late.lease("token", Duration.ZERO, Duration.ofMillis(50))) {
                late.change("connection", lease, now -> Change.to(Deeds.saying("late")));
            } catch (LeaseLostException e) {
                thrown.add(e);
            }
        });
        stopped.start();
        Stopping.await(stopping.reached);

        try (Lease lease = other.lease("token", Duration.ofSeconds(60))) {
            other.change("connection", lease, now -> Change.to(Deeds.saying("new")));
        }
        stopping.goOn.countDown();
        stopped.join();

        assertThat(thrown).hasSize(1);
        assertThat(other.read("connection").orElseThrow().content()).isEqualTo(Deeds.saying("new"));
    }

    @Test
    void a_writer_in_its_time_is_waited_for() {
        Stopping stopping = new Stopping("counter.json synced");
        Store store = new FileStore(home, new RandomText(new SecureRandom()), stopping, Duration.ofDays(1));
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> count(store));
        Stopping.await(stopping.reached);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> count(store(Steps.NONE)));
        assertThat(waiting).isNotDone();

        stopping.goOn.countDown();
        slow.join();
        waiting.join();

        assertThat(Counter.counted(store)).isEqualTo(2);
    }
}
