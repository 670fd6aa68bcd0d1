package io.foxden.installation;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that is there only while there is something to do. */
final class IdleThread implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IdleThread.class);
    private static final Duration LAST_WORK = Duration.ofSeconds(5);
    private static final long IDLE_SECONDS = 1;

    private final ThreadPoolExecutor executor;
    private volatile @Nullable Thread last;

    IdleThread(String name) {
        this.executor = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> remembered(task, name));
        executor.allowCoreThreadTimeOut(true);
    }

    private Thread remembered(Runnable task, String name) {
        Thread fresh = fresh(task, name);
        last = fresh;
        return fresh;
    }

    /** A thread that takes over nothing of the one that makes it, and keeps no host from ending. */
    static Thread fresh(Runnable task, String name) {
        Thread fresh = new Thread(null, task, name, 0, false);
        fresh.setDaemon(true);
        fresh.setContextClassLoader(IdleThread.class.getClassLoader());
        return fresh;
    }

    /** @throws java.util.concurrent.RejectedExecutionException once it was closed */
    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    /** Ends once the work under way is done, or has been waited for long enough. */
    @Override
    public void close() {
        executor.shutdown();
        Thread thread = last;
        if (thread == null) {
            return;
        }
        try {
            thread.join(LAST_WORK.toMillis());
            if (thread.isAlive()) {
                executor.shutdownNow();
                LOG.warn("{} is still waiting for Foxy; it ends with the connection.", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
