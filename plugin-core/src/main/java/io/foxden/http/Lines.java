package io.foxden.http;

import io.foxden.words.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** The lines there are, those at rest to be used again, the one used last first. Safe for many threads. */
final class Lines implements AutoCloseable {
    private static final int MOST = 50;

    private final Dialer dialer;
    private final Duration patience;
    private final Semaphore room = new Semaphore(MOST);
    private final Deque<Line> resting = new ArrayDeque<>();
    private boolean closed;

    /** @param patience how long to wait for a line where all are in use */
    Lines(Dialer dialer, Duration patience) {
        this.dialer = dialer;
        this.patience = patience;
    }

    /** One that was used before, and is good still as far as can be told; null if there is none. */
    @Nullable
    Line rested(Peer peer, boolean surely) {
        Line line = next(peer);
        while (line != null && !line.isGood(surely)) {
            line.close(CloseMode.IMMEDIATE);
            line = next(peer);
        }
        return line;
    }

    private synchronized @Nullable Line next(Peer peer) {
        Line found = null;
        for (Iterator<Line> all = resting.iterator(); all.hasNext(); ) {
            Line line = all.next();
            if (line.isOld()) {
                all.remove();
                line.close(CloseMode.IMMEDIATE);
            } else if (found == null && line.peer().equals(peer)) {
                all.remove();
                found = line;
            }
        }
        return found;
    }

    Line fresh(Peer peer, Passage passage) throws IOException {
        return dialer.dial(peer, passage);
    }

    void prepare() {
        dialer.prepare();
    }

    /** Waits until there is room for one more in use; each {@link #enter} is followed by a {@link #leave}. */
    void enter() throws AllInUseException {
        try {
            if (!room.tryAcquire() && !room.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new AllInUseException(Message.of("http/all-in-use"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AllInUseException(Message.of("http/interrupted"));
        }
    }

    void leave() {
        room.release();
    }

    void rest(Line line, Duration keptAlive) {
        line.rests(keptAlive);
        synchronized (this) {
            if (!closed) {
                resting.addFirst(line);
                return;
            }
        }
        line.close(CloseMode.IMMEDIATE);
    }

    /** Closes those at rest: nobody has asked for one in a while, and servers close them soon. */
    synchronized void hangUp() {
        resting.forEach(line -> line.close(CloseMode.IMMEDIATE));
        resting.clear();
    }

    @Override
    public synchronized void close() {
        closed = true;
        hangUp();
    }

    /** There was no line to be had; the message says why. */
    static final class AllInUseException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Message why;

        AllInUseException(Message why) {
            this.why = why;
        }

        Message why() {
            return why;
        }
    }
}
