package io.foxden.http;

import io.foxden.setting.HttpSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far one request has come: whether it left, whether its time is up. Safe for the sending thread, the one that
 * watches the time, and the one that shuts down.
 */
final class Passage {
    /** Under this name it travels with the request through Jersey. */
    static final String PROPERTY = Passage.class.getName();

    private final long readNanos;
    private final boolean changing;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Map<String, List<String>> headers = Map.of();
    private long length = -1;
    private @Nullable Closeable line;
    private long deadline;
    private boolean aborted;
    private boolean left;
    private boolean late;

    /** From now on the whole time counts. */
    Passage(HttpRequest request, HttpSettings settings) {
        this.changing = !request.method().equals("GET");
        this.readNanos = settings.readTimeout().toNanos();
        this.deadline = System.nanoTime() + settings.connectTimeout().toNanos() + readNanos;
    }

    /** Whether the request may change something at the server: then it is never sent twice. */
    boolean changing() {
        return changing;
    }

    /**
     * It goes over this; closing it ends the request wherever it is, connecting included.
     *
     * @throws InterruptedIOException if the request was given up before
     */
    synchronized void over(Closeable socket) throws IOException {
        if (aborted) {
            socket.close();
            throw new InterruptedIOException("given up before it was sent");
        }
        line = socket;
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
        long answered = System.nanoTime() + readNanos;
        deadline = answered - deadline < 0 ? answered : deadline;
        left = true;
    }

    /** Ends it if its time is up. */
    synchronized void check(long now) {
        if (!aborted && now - deadline >= 0) {
            late = true;
            abort();
        }
    }

    /** Ends the request wherever it is; the sending thread then fails. */
    synchronized void abort() {
        aborted = true;
        if (line != null) {
            try {
                line.close();
            } catch (IOException e) {
                // It is as good as closed.
            }
        }
    }

    /** The sending thread is through with it. */
    void end() {
        ended.countDown();
    }

    /** Waits until the sending thread is through with it; false if the time was up first, or this thread interrupted. */
    boolean awaitEnd(long nanos) {
        try {
            return ended.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
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

    /**
     * The head of the answer as it came; Jersey would refuse what is malformed in it.
     *
     * @param bodyLength -1 where it is not known
     */
    void received(Map<String, List<String>> head, long bodyLength) {
        headers = head;
        length = bodyLength;
    }

    /** For the sending thread only. */
    Map<String, List<String>> headers() {
        return headers;
    }

    /** How long the body is said to be, -1 where nothing is said; for the sending thread only. */
    long length() {
        return length;
    }
}
