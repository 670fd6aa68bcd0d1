package io.foxden.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Rings when a time is up, on one thread that exists only while something is being waited for. */
final class Deadlines implements AutoCloseable {
    static final String THREAD_NAME = "foxden-http-deadline";

    private static final long IDLE_SECONDS = 10;

    private static final long END_MILLIS = 1000;

    private final ScheduledThreadPoolExecutor executor;
    private volatile @Nullable Thread last;

    Deadlines() {
        executor = new ScheduledThreadPoolExecutor(1, this::thread);
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    Future<?> after(Duration time, Runnable action) {
        return executor.schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns when the thread is gone: an executor calls itself terminated while its last thread has yet to return. */
    @Override
    public void close() {
        executor.shutdownNow();
        Thread thread = last;
        if (thread == null) {
            return;
        }
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes over nothing of the thread that happens to send first: not its locals, not its class loader. */
    private Thread thread(@Nullable Runnable work) {
        Thread thread = new Thread(null, work, THREAD_NAME, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Deadlines.class.getClassLoader());
        last = thread;
        return thread;
    }
}
