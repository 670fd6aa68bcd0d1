package io.foxden.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.util.Timeout;

/**
 * One connection to one peer, for one request after the other. Between them it can be asked whether it is still good.
 * Nothing of what goes over it is logged.
 */
final class Line extends DefaultBHttpClientConnection {
    private static final Timeout A_MOMENT = Timeout.ofMilliseconds(1);
    private static final Duration LIFE = Duration.ofMinutes(5);
    /** A server hardly closes a connection so soon after its answer without having said so. */
    private static final Duration JUST_NOW = Duration.ofMillis(20);

    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(16 << 10)
            .setMaxHeaderCount(200)
            .build();

    private final Peer peer;
    private final Socket wire;
    private final long opened = System.nanoTime();
    private long lastUsed;
    private long goodUntil;
    private boolean looking;

    /**
     * @param wire what closes everything at once
     * @param socket the same, or the encrypted one on top of it
     */
    Line(Peer peer, Socket wire, Socket socket) throws IOException {
        super(LIMITS, null, null, new AnswerLength(), null, null, null);
        this.peer = peer;
        this.wire = wire;
        bind(new SocketHolder(socket) {
            @Override
            protected InputStream getInputStream(Socket bound) throws IOException {
                return new Glance(bound.getInputStream());
            }
        });
    }

    Peer peer() {
        return peer;
    }

    /** Closing it ends whatever any thread does on this line. */
    Socket wire() {
        return wire;
    }

    /** An answer was read to its end, and the server has not said that it would close before this time is over. */
    void rests(Duration keptAlive) {
        lastUsed = System.nanoTime();
        long longest = opened + LIFE.toNanos();
        long announced = lastUsed + keptAlive.toNanos();
        goodUntil = announced - longest < 0 ? announced : longest;
    }

    boolean isOld() {
        return System.nanoTime() - goodUntil >= 0;
    }

    /**
     * Whether the next request may go over it: nothing came that nobody asked for, which would be taken for the next
     * answer, and the server has not closed it, as far as can be told at once.
     *
     * @param surely waits a moment for that, which is the only way to see that the server has closed; done in any case
     *     where the last answer is not of just now
     */
    boolean isGood(boolean surely) {
        try {
            boolean justNow = System.nanoTime() - lastUsed < JUST_NOW.toNanos();
            if ((surely || !justNow) && isStale()) {
                return false;
            }
            looking = true;
            return !isDataAvailable(A_MOMENT);
        } catch (IOException e) {
            return false;
        } finally {
            looking = false;
        }
    }

    /** Reads as usual; where only a look is wanted, and nothing has come, says so without waiting. */
    private final class Glance extends FilterInputStream {
        Glance(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (looking && wire.getInputStream().available() == 0 && in.available() == 0) {
                throw new SocketTimeoutException("nothing has come");
            }
            return super.read(buffer, offset, length);
        }
    }
}
