package io.foxden.store;

import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that came once and will not come again: a secret, tokens. Those that could not be written when they came (the
 * disk is full, no descriptor is left) wait here, in memory, until they can be; and whoever ends the installation waits,
 * bounded, for those still on their way. Safe for many threads.
 */
public final class AnswersInHand {
    private static final Logger LOG = LoggerFactory.getLogger(AnswersInHand.class);
    private static final long PAUSE_MILLIS = 50;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private @Nullable Problem problem;
    private int onTheirWay;

    /** To be closed when the answer is written, or none came. */
    public interface Expected extends AutoCloseable {
        @Override
        void close();
    }

    /** An answer is about to be asked for. */
    public synchronized Expected expect() {
        onTheirWay++;
        return this::arrived;
    }

    private synchronized void arrived() {
        onTheirWay--;
        notifyAll();
    }

    /**
     * Writes an answer now, or keeps it until that is possible.
     *
     * @param writing may be called again, also by another thread
     * @return whether it is written
     */
    public synchronized boolean write(Runnable writing) {
        waiting.add(writing);
        return settle();
    }

    /**
     * Writes those that wait, oldest first, until one cannot be written.
     *
     * @return whether none is left
     */
    public synchronized boolean settle() {
        while (!waiting.isEmpty()) {
            try {
                waiting.element().run();
            } catch (FoxdenException e) {
                tell(e);
                return false;
            } catch (VirtualMachineError e) {
                throw e; // no memory left, perhaps: it waits on
            } catch (RuntimeException | Error defect) {
                waiting.remove(); // it would come in the way of all others, for ever
                throw defect;
            }
            waiting.remove();
        }
        if (problem != null) {
            problem = null;
            LOG.info("What could not be written is written now.");
        }
        return true;
    }

    private void tell(FoxdenException e) {
        if (problem == null) {
            LOG.error(
                    "An answer of Foxy's cannot be written ({}). It is kept in memory and tried again: do not stop the"
                            + " server before that succeeds.",
                    e.problem().detail());
        }
        problem = e.problem();
    }

    /** Why an answer waits here, if one does. */
    public synchronized Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * Waits for answers that are on their way, and for those that wait here to be written.
     *
     * @return whether nothing is left
     */
    public synchronized boolean await(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        boolean interrupted = false;
        while ((onTheirWay > 0 || !settle()) && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.timedWait(this, PAUSE_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return onTheirWay == 0 && waiting.isEmpty();
    }
}
