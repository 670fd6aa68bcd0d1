package io.foxden.token;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.Secret;
import io.foxden.store.AnswersInHand;
import io.foxden.store.Lease;
import io.foxden.store.Store;
import io.foxden.token.TokenReader.InUse;
import io.foxden.words.Message;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Has the access token replaced: once at a time in this process, and once at a time over all processes on the same
 * records, each of which looks first whether another was quicker. Who finds a token that will do does not wait.
 */
final class Refresher {
    /** The home, the token endpoint, and that once more in the other way of authentication. */
    private static final int CALLS = 3;

    /** So long at a time is the lease waited for, before looking whether its holder is done. */
    private static final Duration LOOK = Duration.ofMillis(20);

    private final String lease;
    private final TokenReader reader;
    private final Renewal renewal;
    private final Store store;
    private final AnswersInHand inHand;
    private final Pace pace;
    private final Duration longest;
    private final ReentrantLock refreshing = new ReentrantLock();

    Refresher(String key, TokenReader reader, Renewal renewal, Store store, AnswersInHand inHand, Pace pace) {
        this.lease = "refresh-" + key;
        this.reader = reader;
        this.renewal = renewal;
        this.store = store;
        this.inHand = inHand;
        this.pace = pace;
        this.longest = pace.oneCall().multipliedBy(CALLS);
    }

    /** Whether a token should be replaced, and may be asked for by the plan. */
    boolean isDue() {
        Held held = reader.toKeepFresh();
        return held != null
                && held.due(pace.ticks())
                && !refreshing.isLocked()
                && renewal.standing(reader.inUse(), Wish.fresh()) == null;
    }

    /** Replaces the token ahead of its end; does nothing where somebody in this process is at it. */
    void ahead() {
        if (refreshing.tryLock()) {
            try {
                replaced(Wish.fresh());
            } finally {
                refreshing.unlock();
            }
        }
    }

    /** A token as wished, by asking Foxy if need be. */
    Secret obtain(Wish wish) {
        Secret there = satisfying(wish);
        if (there != null) {
            return there;
        }
        lock();
        try {
            return replaced(wish);
        } finally {
            refreshing.unlock();
        }
    }

    private void lock() {
        boolean locked = false;
        try {
            locked = refreshing.tryLock(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!locked) {
            throw new TryLaterException(Code.LOCKED, Message.of("token/waited-enough"));
        }
    }

    private Secret replaced(Wish wish) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            Secret there = satisfying(wish);
            if (there != null) {
                return there;
            }
            Lease held = leaseOrNull(end);
            if (held != null) {
                return underLease(wish, held);
            }
        }
    }

    /** Null while another process holds the lease, until it was waited for long enough. */
    private @Nullable Lease leaseOrNull(long end) {
        try {
            return store.lease(lease, LOOK, longest);
        } catch (TryLaterException e) {
            boolean over = System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted();
            if (e.code() != Code.LOCKED || over) {
                throw e;
            }
            return null;
        }
    }

    private Secret underLease(Wish wish, Lease held) {
        try (held;
                AnswersInHand.Expected answer = inHand.expect()) {
            // Another process may have refreshed while this one waited for the lease.
            Secret meanwhile = satisfying(wish);
            return meanwhile == null ? renewal.ask(reader.inUse(), wish, held) : meanwhile;
        }
    }

    /**
     * The token that is there, if it will do, or if no better is to be had just now; null if Foxy is to be asked.
     *
     * @throws FoxdenException the failure that stands, if there is no token to give out
     */
    private @Nullable Secret satisfying(Wish wish) {
        Held inMemory = reader.standing();
        if (inMemory != null && wish.satisfiedBy(inMemory, pace.ticks())) {
            return inMemory.token();
        }
        InUse inUse = reader.inUse();
        Held token = reader.hold(inUse);
        if (wish.satisfiedBy(token, pace.ticks())) {
            return token.token();
        }
        FoxdenException standing = renewal.standing(inUse, wish);
        if (standing == null) {
            return renewal.isTooYoung(inUse, wish) ? token.token() : null;
        }
        if (!token.usable(pace.ticks()) || token.token().equals(wish.refused())) {
            throw standing;
        }
        return token.token();
    }
}
