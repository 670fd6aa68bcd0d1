package io.foxden.installation;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.store.AnswersInHand;
import io.foxden.token.AccessTokens;
import io.foxden.words.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beat: each second it looks whether another process changed something, whether the wall clock was set, whether an
 * answer waits to be written, and whether a chore is due, which costs a few looks at files. It never waits for the
 * network, so that what others did counts at once; chores are done by a second thread. A fixed beat rather than a timer
 * to the due moment: it also copes with a machine that slept, and with records that others write.
 */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration LAST_BEAT = Duration.ofSeconds(5);
    /** So far apart may the two clocks go between two beats without the wall clock having been set. */
    private static final Duration DRIFT = Duration.ofMinutes(1);

    private final AccessTokens tokens;
    private final AnswersInHand inHand;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Worker tidying;
    private final Worker worker;
    private final ScheduledExecutorService executor;
    private volatile @Nullable Long lastBeat;
    private volatile @Nullable Instant lastWall;
    private volatile long lastForward;
    private String saidLast = "";

    Upkeep(
            AccessTokens tokens,
            AnswersInHand inHand,
            Worker tidying,
            Worker worker,
            Clock clock,
            LongSupplier nanos,
            String name) {
        this.tokens = tokens;
        this.inHand = inHand;
        this.clock = clock;
        this.nanos = nanos;
        this.tidying = tidying;
        this.worker = worker;
        this.executor =
                Executors.newSingleThreadScheduledExecutor(task -> IdleThread.fresh(task, "foxden-upkeep-" + name));
    }

    // The beat catches whatever it throws, so the future never tells anything.
    @SuppressWarnings("FutureReturnValueIgnored")
    void start() {
        beganBeating(System.nanoTime());
        lookAtClocks();
        executor.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** From then on a beat is expected. */
    void beganBeating(long when) {
        lastBeat = when;
    }

    /** Has the next beat come at once; waits for nothing. */
    void soon() {
        try {
            executor.execute(this::beat);
        } catch (RejectedExecutionException e) {
            LOG.debug("Too late: the upkeep has ended", e);
        }
    }

    /** Survives whatever it meets: a beat that throws would be the last. */
    void beat() {
        try {
            look();
            saidLast = "";
        } catch (FoxdenException e) {
            warn(e.problem().detail() + " " + e.problem().remedy());
        } catch (Throwable e) {
            survive(e);
        }
    }

    private void look() {
        lastBeat = System.nanoTime();
        if (clockWasSet()) {
            LOG.info("The clock was set; the token is asked for anew.");
            tokens.clockWasSet();
        }
        inHand.settle();
        tokens.watch();
        tidying.doWhatIsDue();
        worker.doWhatIsDue();
    }

    private boolean clockWasSet() {
        Instant before = lastWall;
        Duration forward = Duration.ofNanos(nanos.getAsLong() - lastForward);
        lookAtClocks();
        return before != null
                && Duration.between(before.plus(forward), Objects.requireNonNull(lastWall))
                                .abs()
                                .compareTo(DRIFT)
                        > 0;
    }

    private void lookAtClocks() {
        lastWall = clock.instant();
        lastForward = nanos.getAsLong();
    }

    /** To say it may fail for the same reason, such as no memory left. */
    private static void survive(Throwable e) {
        try {
            LOG.error("Upkeep failed; it goes on.", e);
        } catch (Throwable alsoSayingSoFails) {
            Thread.onSpinWait();
        }
    }

    /** What stays wrong is said once, not with every beat. */
    private void warn(String what) {
        if (!what.equals(saidLast)) {
            LOG.warn("{}", what);
            saidLast = what;
        }
    }

    /** What is wrong with the beat itself; nothing where it was not started. */
    Optional<Problem> problem() {
        Long last = lastBeat;
        Duration age = last == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - last);
        return age.compareTo(LATE) <= 0
                ? Optional.empty()
                : Optional.of(Problem.of(
                        Code.UPKEEP_LATE, Message.of("installation/late").with("seconds", age.toSeconds())));
    }

    /** No beat begins any more. */
    void stop() {
        lastBeat = null;
        executor.shutdownNow();
    }

    /** Waits for the threads themselves: containers look for those that an application leaves behind. */
    @Override
    public void close() {
        stop();
        try {
            if (!executor.awaitTermination(LAST_BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The upkeep thread is still at work; it ends by itself.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
