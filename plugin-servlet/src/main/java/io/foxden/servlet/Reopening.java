package io.foxden.servlet;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries to open what is closed: by itself in growing pauses, and at once when somebody asks. One thread, which ends with
 * the first success or when this is closed. Safe for many threads.
 */
final class Reopening implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reopening.class);
    private static final Duration LEAST_BETWEEN = Duration.ofSeconds(1);
    private static final Duration LAST_TRIAL = Duration.ofSeconds(5);

    /** How long it waits for the next attempt: twice as long after each, up to the longest. */
    record Pauses(Duration first, Duration longest) {
        static final Pauses USUAL = new Pauses(Duration.ofSeconds(5), Duration.ofMinutes(5));

        Duration after(Duration pause) {
            Duration twice = pause.multipliedBy(2);
            return twice.compareTo(longest) > 0 ? longest : twice;
        }
    }

    /** One attempt. */
    @FunctionalInterface
    interface Trial {
        /**
         * @param next how long it will be until the next one, should this one fail
         * @return whether nothing is left to do
         */
        boolean succeeds(Duration next);
    }

    private final Trial attempt;
    private final Pauses pauses;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean over;
    private boolean asked;
    private long attempts;
    private long lastEnd = System.nanoTime() - LEAST_BETWEEN.toNanos();

    private Reopening(Trial attempt, Pauses pauses, String name) {
        this.attempt = attempt;
        this.pauses = pauses;
        this.thread = new Thread(this::run, "foxden-reopening-" + name);
    }

    /** The first attempt is made after the first pause. */
    static Reopening start(Trial attempt, Pauses pauses, String name) {
        Reopening reopening = new Reopening(attempt, pauses, name);
        reopening.thread.setDaemon(true);
        reopening.thread.setContextClassLoader(Reopening.class.getClassLoader());
        reopening.thread.start();
        return reopening;
    }

    /** Whether there will be no attempt any more. */
    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** Has it tried now, unless that was done within the last second, and waits for the outcome, at most so long. */
    void now(Duration patience) {
        lock.lock();
        try {
            if (over || System.nanoTime() - lastEnd < LEAST_BETWEEN.toNanos()) {
                return;
            }
            asked = true;
            changed.signalAll();
            long before = attempts;
            long left = patience.toNanos();
            while (!over && attempts == before && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Duration pause = pauses.first();
        while (isTime(pause)) {
            pause = pauses.after(pause);
            boolean done = succeeds(pause);
            note(done);
        }
    }

    /** Waits for the next attempt; false where there is to be none. */
    private boolean isTime(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!over && !asked && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !over;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean succeeds(Duration next) {
        try {
            return attempt.succeeds(next);
        } catch (RuntimeException | Error e) {
            LOG.error("An attempt to open Foxden failed; there will be another.", e);
            return false;
        }
    }

    private void note(boolean done) {
        lock.lock();
        try {
            asked = false;
            over = over || done;
            attempts++;
            lastEnd = System.nanoTime();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the thread itself, at most five seconds: containers look for those that an application leaves behind. */
    @Override
    public void close() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
        try {
            TimeUnit.SECONDS.timedJoin(thread, LAST_TRIAL.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
