package io.foxden.installation;

import io.foxden.api.Api;
import io.foxden.problem.FoxdenException;
import io.foxden.registration.ClientJournal;
import io.foxden.token.AccessTokens;
import io.foxden.token.Connection;
import io.foxden.token.Connections;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the connected store's name for the status page, again after a while where that failed. */
final class StoreName {
    private static final Logger LOG = LoggerFactory.getLogger(StoreName.class);
    private static final Duration RETRY = Duration.ofMinutes(1);

    private final Api api;
    private final AccessTokens tokens;
    private final ClientJournal journals;
    private final Connections connections;
    private final Clock clock;
    private long notBefore = Long.MIN_VALUE;
    private String named = "";
    /** The revision at which no name was wanting, so that a beat costs one look at a file. */
    private long settledAt = -1;

    StoreName(Api api, AccessTokens tokens, ClientJournal journals, Connections connections, Clock clock) {
        this.api = api;
        this.tokens = tokens;
        this.journals = journals;
        this.connections = connections;
        this.clock = clock;
    }

    /** Reads the name if it is not known; a failure is no more than a line in the log. */
    synchronized void find() {
        long revision = connections.revision();
        if (revision == settledAt || clock.millis() < notBefore) {
            return;
        }
        Optional<Connection> unnamed = connections
                .of(journals.read().usableClient())
                .filter(Connection::connected)
                .filter(connection -> connection.storeName() == null)
                .filter(connection ->
                        connection.storeId().isPresent() || connection.scope().startsWith("store"))
                .filter(connection -> !connection.grant().equals(named));
        unnamed.ifPresentOrElse(this::read, () -> settledAt = revision);
    }

    private void read(Connection connection) {
        // The token held in memory may be of an earlier consent, for another store.
        tokens.watch();
        try {
            api.follow("fx:store").text("store_name").ifPresent(name -> connections.named(connection, name));
            named = connection.grant();
        } catch (FoxdenException e) {
            notBefore = clock.millis() + RETRY.toMillis();
            LOG.info("The store's name could not be read yet: {}", e.problem().detail());
        }
    }
}
