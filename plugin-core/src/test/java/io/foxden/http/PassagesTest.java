package io.foxden.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.setting.HttpSettings;
import java.io.Closeable;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PassagesTest {
    /** More than once: a thread that was only told to end has mostly ended too. */
    private static final int TIMES = 100;

    private static final HttpRequest GET = HttpRequest.get(URI.create("http://foxy.invalid/"));
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final HttpSettings QUICK = new HttpSettings(null, Duration.ofMillis(100), Duration.ofMillis(100));

    @Test
    void the_thread_is_gone_when_it_is_closed() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        for (int i = 0; i < TIMES; i++) {
            try (Passages passages = new Passages(HttpSettings.DEFAULT, LONG, () -> {})) {
                passages.begin(new Passage(GET, HttpSettings.DEFAULT));
            }
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().equals(Passages.THREAD_NAME))
                    .filteredOn(Thread::isAlive)
                    .isSubsetOf(before);
        }
    }

    @Test
    void each_whose_time_is_up_is_ended_whatever_closing_another_throws() throws Exception {
        CountDownLatch closed = new CountDownLatch(2);
        try (Passages passages = new Passages(QUICK, LONG, () -> {})) {
            for (int i = 0; i < 2; i++) {
                Passage passage = new Passage(GET, QUICK);
                passage.over(throwing(closed));
                passages.begin(passage);
            }
            closed.await();
        }
    }

    @Test
    void when_nothing_has_been_under_way_for_a_while_it_is_quiet() throws Exception {
        CountDownLatch quiet = new CountDownLatch(1);
        try (Passages passages = new Passages(QUICK, Duration.ofMillis(1), quiet::countDown)) {
            Passage passage = new Passage(GET, QUICK);
            passages.begin(passage);
            passages.end(passage);
            quiet.await();
        }
    }

    private static Closeable throwing(CountDownLatch closed) {
        return () -> {
            closed.countDown();
            throw new OutOfMemoryError("of a test");
        };
    }
}
