package io.foxden.http;

import io.foxden.setting.HttpSettings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The requests under way, and one thread that ends those whose time is up. It looks every so often, so that a request
 * costs it nothing, and exists only while there are requests and a little longer.
 */
final class Passages implements AutoCloseable {
    static final String THREAD_NAME = "foxden-http-deadline";

    private static final Duration END = Duration.ofSeconds(1);
    private static final long SHORTEST_TICK = 5;
    private static final long LONGEST_TICK = 250;
    /** How much later than its deadline a request may end, as a part of the read time-out. */
    private static final long TICKS = 20;

    private final Set<Passage> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Thread> watch = new AtomicReference<>();
    private final long tick;
    private final Duration idle;
    private final Runnable quiet;
    private volatile boolean closed;

    /** @param quiet is run when nothing has been under way for that long */
    Passages(HttpSettings settings, Duration idle, Runnable quiet) {
        this.idle = idle;
        this.quiet = quiet;
        this.tick = Math.max(
                SHORTEST_TICK, Math.min(LONGEST_TICK, settings.readTimeout().toMillis() / TICKS));
    }

    void begin(Passage passage) {
        underWay.add(passage);
        if (watch.get() == null) {
            startWatch();
        }
    }

    void end(Passage passage) {
        underWay.remove(passage);
        passage.end();
    }

    /** Takes over nothing of the thread that happens to send first: not its locals, not its class loader. */
    private void startWatch() {
        Thread thread = new Thread(null, this::watch, THREAD_NAME, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Passages.class.getClassLoader());
        if (watch.compareAndSet(null, thread)) {
            thread.start();
        }
    }

    private void watch() {
        try {
            long last = System.nanoTime();
            while (!closed && System.nanoTime() - last < idle.toNanos()) {
                Thread.sleep(tick);
                long now = System.nanoTime();
                for (Passage each : underWay) {
                    each.check(now);
                    last = now;
                }
            }
            quiet.run();
        } catch (InterruptedException e) {
            // That is how it ends.
        } finally {
            watch.set(null);
            // One may have begun just now, and have found the watch still there.
            if (!closed && !underWay.isEmpty()) {
                startWatch();
            }
        }
    }

    void abort(Predicate<Passage> which) {
        underWay.stream().filter(which).forEach(Passage::abort);
    }

    /** Waits until those now under way have ended, or the time is up. */
    void awaitEnd(Duration longest) {
        long until = System.nanoTime() + longest.toNanos();
        for (Passage each : underWay) {
            if (!each.awaitEnd(Math.max(0, until - System.nanoTime()))) {
                return;
            }
        }
    }

    /** Returns when the thread is gone. */
    @Override
    public void close() {
        closed = true;
        Thread thread = watch.get();
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
