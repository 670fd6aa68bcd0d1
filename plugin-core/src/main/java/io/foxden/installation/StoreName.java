package io.foxden.installation;

import io.foxden.api.Api;
import io.foxden.foreign.Foreign;
import io.foxden.problem.FoxdenException;
import io.foxden.registration.ClientJournal;
import io.foxden.token.AccessTokens;
import io.foxden.token.Connection;
import io.foxden.token.Connections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the connected store's name for the status page, and once a day whether it has another; where that failed, again
 * after pauses that grow.
 */
final class StoreName {
    private static final Logger LOG = LoggerFactory.getLogger(StoreName.class);
    /** So long a name counts as the store's. */
    private static final Duration GOOD = Duration.ofDays(1);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(2), Duration.ofHours(12));

    private final Api api;
    private final AccessTokens tokens;
    private final ClientJournal journals;
    private final Connections connections;
    private final Clock clock;
    private final LongSupplier nanos;
    /** The consent whose name was asked for last, and how often that failed. */
    private volatile String asked = "";

    private volatile boolean reading;

    private int failures;
    private long notBefore;

    StoreName(
            Api api,
            AccessTokens tokens,
            ClientJournal journals,
            Connections connections,
            Clock clock,
            LongSupplier nanos) {
        this.api = api;
        this.tokens = tokens;
        this.journals = journals;
        this.connections = connections;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Whether a name is wanting, and it is time to ask. Cheap; never waits for the network. */
    synchronized boolean isDue() {
        return unread().filter(this::isTime).isPresent();
    }

    private boolean isTime(Connection connection) {
        return !connection.consent().grant().equals(asked) || nanos.getAsLong() - notBefore >= 0;
    }

    /** Reads the name if it is wanting and it is time to; a failure is no more than a line in the log. */
    synchronized void find() {
        unread().filter(this::isTime).ifPresent(this::read);
    }

    /** Whether the name is being read, or is about to be read for the first time. Waits for nobody. */
    boolean isOnItsWay() {
        try {
            return unread().filter(connection -> connection.consent().storeName() == null)
                    .filter(connection ->
                            reading || !connection.consent().grant().equals(asked))
                    .isPresent();
        } catch (FoxdenException e) {
            return false;
        }
    }

    private Optional<Connection> unread() {
        return connections
                .of(journals.read().current())
                .filter(connection -> !connection.givenUp() && connection.failing() == null)
                .filter(connection -> connection.consent().ofStore())
                .filter(connection -> !isFresh(connection.consent().namedAt()));
    }

    private boolean isFresh(@Nullable Instant namedAt) {
        return namedAt != null
                && Duration.between(namedAt, clock.instant()).abs().compareTo(GOOD) < 0;
    }

    private void read(Connection connection) {
        reading = true;
        plan(connection.consent().grant());
        // The token held in memory may be of an earlier consent, for another store.
        tokens.watch();
        try {
            String name = api.follow("fx:store").text("store_name").orElse("");
            if (connections.named(connection, Foreign.name(name), clock.instant())) {
                failures = -1; // the next time is tomorrow, and the first one
            }
        } catch (FoxdenException e) {
            LOG.info("The store's name could not be read yet: {}", e.problem().detail());
        } finally {
            reading = false;
        }
    }

    /** Before asking, so that no failure of whatever kind makes the next beat ask again. */
    private void plan(String grant) {
        failures = grant.equals(asked) ? failures + 1 : 0;
        asked = grant;
        notBefore = nanos.getAsLong()
                + PAUSES.get(Math.min(failures, PAUSES.size() - 1)).toNanos();
    }
}
