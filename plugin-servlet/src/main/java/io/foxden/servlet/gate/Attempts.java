package io.foxden.servlet.gate;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.problem.TryLaterException;
import io.foxden.words.Message;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts attempts at codes, tokens and tickets: for each client 10 at once and then one every 10 seconds, for all clients
 * together 200 at once and then two a second. Remembers at most 10,000 clients. Safe for many threads.
 */
public final class Attempts {
    private static final Rate EACH = new Rate(10, Duration.ofSeconds(10));
    private static final Rate ALL = new Rate(200, Duration.ofMillis(500));
    private static final int MOST_CLIENTS = 10_000;
    private static final int NETWORK_BYTES = 8;

    private final Clock clock;
    private final Allowance all;
    private final Map<String, Allowance> clients = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    public Attempts(Clock clock) {
        this.clock = clock;
        this.all = new Allowance(ALL, clock.millis());
    }

    /**
     * Whether this client may try at all; nothing is counted.
     *
     * @throws TryLaterException RATE_LIMITED with the time to wait
     */
    public synchronized void check(String client) {
        long now = clock.millis();
        long wait = Math.max(allowance(client).untilNext(now), all.untilNext(now));
        if (wait > 0) {
            Duration until = Duration.ofMillis(wait);
            Problem problem = Problem.of(Code.RATE_LIMITED, Message.of("servlet/gate/too-many-attempts"));
            throw new TryLaterException(problem, until, null);
        }
    }

    /** Counts one attempt; to be done before its outcome is known, so that many at once do not slip through. */
    public synchronized void spend(String client) {
        check(client);
        long now = clock.millis();
        allowance(client).change(-1, now);
        all.change(-1, now);
    }

    /** Takes back one attempt that was right. */
    public synchronized void giveBack(String client) {
        long now = clock.millis();
        allowance(client).change(1, now);
        all.change(1, now);
    }

    private Allowance allowance(String client) {
        return clients.computeIfAbsent(network(client), unknown -> new Allowance(EACH, clock.millis()));
    }

    /** Whoever has one IPv6 address has 2^64 of them: the network counts (RFC 6177). */
    private static String network(String client) {
        if (client.indexOf(':') < 0) {
            return client;
        }
        try {
            byte[] address =
                    InetAddress.getByName(client.replaceFirst("%.*", "")).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(address, Math.min(address.length, NETWORK_BYTES)));
        } catch (UnknownHostException e) {
            return client;
        }
    }

    private record Rate(int most, Duration each) {}

    /** What is left, growing again with time up to its most. */
    private static final class Allowance {
        private final Rate rate;
        private double left;
        private long at;

        Allowance(Rate rate, long now) {
            this.rate = rate;
            this.left = rate.most();
            this.at = now;
        }

        void change(int by, long now) {
            grow(now);
            left = Math.min(rate.most(), left + by);
        }

        /** Milliseconds until one attempt is left. */
        long untilNext(long now) {
            grow(now);
            return left >= 1 ? 0 : (long) Math.ceil((1 - left) * rate.each().toMillis());
        }

        private void grow(long now) {
            double grown = Math.max(0, now - at) / (double) rate.each().toMillis();
            left = Math.min(rate.most(), left + grown);
            at = now;
        }
    }
}
