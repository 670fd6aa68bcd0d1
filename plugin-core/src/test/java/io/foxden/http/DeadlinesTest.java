package io.foxden.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    /** More than once: an executor that was only told to end has mostly ended too. */
    private static final int TIMES = 200;

    @Test
    void the_thread_is_gone_when_it_is_closed() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        for (int i = 0; i < TIMES; i++) {
            try (Deadlines deadlines = new Deadlines()) {
                assertThat(deadlines.after(Duration.ofMinutes(1), () -> {})).isNotDone();
            }
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().equals(Deadlines.THREAD_NAME))
                    .filteredOn(Thread::isAlive)
                    .isSubsetOf(before);
        }
    }
}
