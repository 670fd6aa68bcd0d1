package io.foxden.lock;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.file.Steps;
import io.foxden.problem.TryLaterException;
import io.foxden.words.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    private static final Duration LEASE = Duration.ofHours(1);
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(50);

    @TempDir
    Path folder;

    private final AtomicLong fences = new AtomicLong();

    private LockFile lock(Patience.Sleep sleep) {
        return new LockFile(folder, "test", Message.asIs("The test"), fences::incrementAndGet, Steps.NONE, sleep);
    }

    @Test
    void who_waits_sleeps_between_two_attempts_and_longer_each_time() {
        Hold first = lock(TimeUnit.NANOSECONDS::sleep).hold(Duration.ZERO, LEASE);
        List<Long> pauses = new ArrayList<>();

        Hold second = lock(nanos -> {
                    pauses.add(nanos);
                    if (pauses.size() == 100) {
                        first.close();
                    }
                })
                .hold(Duration.ofDays(1000), LEASE);

        assertThat(second.held()).isTrue();
        assertThat(pauses)
                .hasSize(100)
                .isSorted()
                .startsWith(1_000_000L, 2_000_000L)
                .endsWith(LONGEST, LONGEST);
        second.close();
    }

    @Test
    void an_interrupted_thread_gets_what_is_free_and_does_not_wait_for_what_is_not() {
        Thread.currentThread().interrupt();
        try (Hold hold = lock(TimeUnit.NANOSECONDS::sleep).hold(Duration.ofDays(1), LEASE)) {
            assertThat(hold.held()).isTrue();
            assertThatThrownBy(() -> lock(TimeUnit.NANOSECONDS::sleep).hold(Duration.ofDays(1), LEASE))
                    .isInstanceOf(TryLaterException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void work_that_must_not_be_put_off_waits_in_spite_of_interrupts() {
        Hold first = lock(TimeUnit.NANOSECONDS::sleep).hold(Duration.ZERO, LEASE);
        AtomicInteger pauses = new AtomicInteger();
        LockFile second = lock(nanos -> {
            if (pauses.incrementAndGet() == 10) {
                first.close();
            } else {
                throw new InterruptedException();
            }
        });
        try (Hold hold = second.holdInSpiteOfInterrupts(Duration.ofDays(1), LEASE)) {
            assertThat(hold.held()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_wait_without_end_is_possible() {
        try (Hold hold = lock(TimeUnit.NANOSECONDS::sleep).hold(Duration.ofSeconds(Long.MAX_VALUE), LEASE)) {
            assertThat(hold.held()).isTrue();
        }
    }

    @Test
    void a_text_that_is_not_ours_is_nobody() {
        for (String text : List.of(
                "", "<html>\n", "17 -\n", "17 - 99999999999999999999 5\n", new String(Holder.nobody(), US_ASCII))) {
            assertThat(Holder.parse(text)).isEmpty();
        }
    }

    @Test
    void a_holder_is_described_as_it_wrote_itself() {
        Holder here = Holder.here(-7, Duration.ofMinutes(1));

        assertThat(Holder.parse(new String(here.text(), US_ASCII))).contains(here);
        assertThat(here.text()).hasSameSizeAs(Holder.nobody());
        assertThat(here.description())
                .hasToString("another thread of this process ("
                        + ProcessHandle.current().pid() + ")");
        assertThat(new Holder("17 -", 1, LEASE).description()).hasToString("process 17");
    }
}
