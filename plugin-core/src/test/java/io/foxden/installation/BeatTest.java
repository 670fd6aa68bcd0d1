package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.foxden.problem.Code;
import io.foxden.world.InWorld;
import io.foxden.world.Keeper;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The beat outlives whatever it meets, and a beat that does not come is told. */
class BeatTest extends InWorld {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void after_an_error_of_whatever_kind_there_is_a_next_beat(boolean whileLooking) {
        AtomicInteger beats = new AtomicInteger();
        BooleanSupplier due = () -> {
            beats.incrementAndGet();
            if (whileLooking) {
                throw new OutOfMemoryError("Ordered by a test");
            }
            return true;
        };
        Chore chore = new Chore("fail", due, () -> {
            throw new OutOfMemoryError("Ordered by a test");
        });
        world.connected();
        try (Keeper keeper = Keeper.of(world);
                IdleThread thread = new IdleThread("test-work");
                Upkeep upkeep = upkeep(keeper, new Worker(List.of(chore), thread))) {
            upkeep.start();

            await().until(() -> beats.get() >= 3);

            assertThat(upkeep.problem()).isEmpty();
        }
    }

    @Test
    void a_chore_that_fails_keeps_no_other_from_being_done() {
        AtomicInteger done = new AtomicInteger();
        Chore failing = new Chore("fail", () -> true, () -> {
            throw new IllegalStateException("Ordered by a test");
        });
        Worker worker =
                new Worker(List.of(failing, new Chore("count", () -> true, done::incrementAndGet)), Runnable::run);

        worker.doWhatIsDue();
        worker.doWhatIsDue();

        assertThat(done).hasValue(2);
    }

    @Test
    void a_beat_that_is_late_is_told_by_status_and_doctor() {
        Installation foxden = world.connected();
        try (Keeper keeper = Keeper.of(world);
                Upkeep late = upkeep(keeper, new Worker(List.of(), Runnable::run))) {
            late.beganBeating(System.nanoTime() - 61_000_000_000L);

            assertThat(late.problem())
                    .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(Code.UPKEEP_LATE));
        }
        assertThat(foxden.status().problem()).isNull();
    }

    private Upkeep upkeep(Keeper keeper, Worker worker) {
        return new Upkeep(
                keeper.tokens(),
                keeper.inHand(),
                new Worker(List.of(), Runnable::run),
                worker,
                world.clock(),
                world::nanos,
                "test");
    }
}
