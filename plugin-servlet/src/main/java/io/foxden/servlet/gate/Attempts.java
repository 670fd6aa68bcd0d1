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
import java.util.regex.Pattern;

/**
 * Counts what was wrong: for each client 10 at once and then one every 10 seconds, for all clients together 200 at once
 * and then two a second. Whoever is right is not asked about here, so nobody can use up what an administrator needs: codes
 * have 100 bits, tickets 256, and guessing them is hopeless at any speed. Remembers at most 10,000 clients. Safe for many
 * threads.
 */
public final class Attempts {
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final int EACH_AT_ONCE = 10;
    private static final Duration ALL = Duration.ofMillis(500);
    private static final int ALL_AT_ONCE = 200;
    private static final int MOST_CLIENTS = 10_000;
    private static final int NETWORK_BYTES = 8;
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*(%.*)?");

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
        this.all = new Allowance(ALL_AT_ONCE, ALL, clock.millis());
    }

    /**
     * Counts one that was wrong.
     *
     * @throws TryLaterException RATE_LIMITED with the time to wait where there were too many
     */
    public synchronized void failed(String client) {
        long now = clock.millis();
        long wait = Math.max(allowance(client).untilNext(now), all.untilNext(now));
        if (wait > 0) {
            Problem problem = Problem.of(Code.RATE_LIMITED, Message.of("servlet/gate/too-many-attempts"));
            throw new TryLaterException(problem, Duration.ofMillis(wait), null);
        }
        allowance(client).spend();
        all.spend();
    }

    private Allowance allowance(String client) {
        return clients.computeIfAbsent(network(client), unknown -> new Allowance(EACH_AT_ONCE, EACH, clock.millis()));
    }

    /** Whoever has one IPv6 address has 2^64 of them: the network counts (RFC 6177). */
    private static String network(String client) {
        if (!ADDRESS.matcher(client).matches()) {
            return client; // nor is a name looked up, which a proxy may have passed on from whoever asks
        }
        try {
            byte[] address =
                    InetAddress.getByName(client.replaceFirst("%.*", "")).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(address, Math.min(address.length, NETWORK_BYTES)));
        } catch (UnknownHostException e) {
            return client;
        }
    }
}
