package io.foxden.http;

import io.foxden.config.HttpSettings;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * How far one request has come: whether it left, whether its time is up. Safe for the sending thread, the one that
 * watches the time, and the one that shuts down.
 */
final class Exchange {
    /** Under this name it travels with the request through Jersey and Apache. */
    static final String PROPERTY = Exchange.class.getName();

    private final Deadlines deadlines;
    private final HttpSettings settings;
    private final List<Future<?>> limits = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Cancellable handle;
    private boolean aborted;
    private boolean left;
    private boolean late;

    Exchange(Deadlines deadlines, HttpSettings settings) {
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /** From now on the whole time counts. */
    synchronized void start() {
        limits.add(deadlines.after(settings.connectTimeout().plus(settings.readTimeout()), this::expire));
    }

    /** Apache has taken the request; by this handle it can be ended at any point, connecting included. */
    synchronized void begun(Cancellable request) {
        handle = request;
        if (aborted) {
            request.cancel();
        }
    }

    /**
     * The connection stands, and the first byte is about to leave.
     *
     * @throws InterruptedIOException if the request was given up before, and so must not leave
     */
    synchronized void leaving() throws InterruptedIOException {
        if (aborted) {
            throw new InterruptedIOException("given up before it was sent");
        }
        limits.add(deadlines.after(settings.readTimeout(), this::expire));
        left = true;
    }

    private synchronized void expire() {
        late = true;
        abort();
    }

    /** Ends the request wherever it is; the sending thread then fails. */
    synchronized void abort() {
        aborted = true;
        if (handle != null) {
            handle.cancel();
        }
    }

    /** The sending thread is through with it. */
    synchronized void end() {
        limits.forEach(limit -> limit.cancel(false));
        ended.countDown();
    }

    /** Waits until the sending thread is through with it, or the time is up. */
    void awaitEnd(Duration longest) {
        try {
            ended.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a part of the request may have reached the server. */
    synchronized boolean left() {
        return left;
    }

    /** Whether it was ended because its time was up. */
    synchronized boolean late() {
        return late;
    }
}
