package io.foxden.installation;

import io.foxden.problem.FoxdenException;
import io.foxden.token.AccessTokens;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one background thread: each second it looks whether another process changed something and whether a token is due,
 * which costs a look at a file. A fixed beat rather than a timer to the due moment: it also copes with a machine that
 * slept, and with records that others write.
 */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration LAST_BEAT = Duration.ofSeconds(5);

    private final AccessTokens tokens;
    private final StoreName storeName;
    private final ScheduledExecutorService executor;
    private volatile @Nullable Thread thread;
    private String saidLast = "";

    Upkeep(AccessTokens tokens, StoreName storeName, String name) {
        this.tokens = tokens;
        this.storeName = storeName;
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> newThread(task, name));
    }

    private Thread newThread(Runnable task, String name) {
        Thread fresh = new Thread(task, "foxden-upkeep-" + name);
        fresh.setDaemon(true);
        fresh.setContextClassLoader(Upkeep.class.getClassLoader());
        thread = fresh;
        return fresh;
    }

    // The beat catches whatever it throws, so the future never tells anything.
    @SuppressWarnings("FutureReturnValueIgnored")
    void start() {
        executor.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    void beat() {
        try {
            tokens.keepFresh();
            storeName.find();
            saidLast = "";
        } catch (FoxdenException e) {
            warn(e.problem().detail() + " " + e.problem().remedy());
        } catch (RuntimeException e) {
            // A beat that throws would be the last: say what happened and go on.
            LOG.error("Upkeep failed; it goes on.", e);
        }
    }

    /** What stays wrong is said once, not with every beat. */
    private void warn(String what) {
        if (!what.equals(saidLast)) {
            LOG.warn("{}", what);
            saidLast = what;
        }
    }

    /** Reads the store's name, and waits for that at most so long. */
    void nameStore(Duration patience) {
        try {
            executor.submit(storeName::find).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
            LOG.debug("The store's name is not known yet.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the thread itself: containers look for those that an application leaves behind. */
    @Override
    public void close() {
        executor.shutdownNow();
        Thread last = thread;
        if (last == null) {
            return;
        }
        try {
            last.join(LAST_BEAT.toMillis());
            if (last.isAlive()) {
                LOG.warn("The upkeep thread is still waiting for Foxy; it ends with the connection.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
