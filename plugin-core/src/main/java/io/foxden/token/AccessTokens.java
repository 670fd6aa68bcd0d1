package io.foxden.token;

import io.foxden.foxy.BearerSource;
import io.foxden.foxy.Reply;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.ReconnectException;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.registration.Client;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Journal;
import io.foxden.secret.Secret;
import io.foxden.store.Lease;
import io.foxden.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A valid access token for whoever calls Foxy. Reading one that is valid takes one volatile read and one look at the
 * clock and allocates nothing; a refresh runs once at a time in this process, and once at a time over all processes on
 * the same home, each of which looks first whether another was quicker. Safe for many threads.
 */
public final class AccessTokens implements BearerSource {
    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
    private static final String LEASE = "refresh";
    private static final long UNKNOWN = -1;
    /** Longer than one refresh takes with the slowest answer that is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Connections connections;
    private final ClientJournal journals;
    private final TokenEndpoint endpoint;
    private final Store store;
    private final Clock clock;
    private final RandomGenerator random;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final Backoff backoff;

    private volatile @Nullable Held held;
    /** The revision at which there was nothing to keep fresh, so that an idle second costs one look at a file. */
    private long nothingAt = UNKNOWN;

    public AccessTokens(
            Connections connections,
            ClientJournal journals,
            TokenEndpoint endpoint,
            Store store,
            Clock clock,
            RandomGenerator random) {
        this.connections = connections;
        this.journals = journals;
        this.endpoint = endpoint;
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.backoff = new Backoff(random);
    }

    /**
     * An access token that is valid now; waits for a refresh only if there is none.
     *
     * @throws OperatorException {@link Code#NOT_INSTALLED}
     * @throws ReconnectException {@link Code#NOT_CONNECTED}, {@link Code#NEEDS_RECONNECT}
     * @throws TryLaterException if Foxy does not answer; for a while afterwards without asking again
     */
    @Override
    public Secret current() {
        Held now = held;
        if (now != null && clock.millis() < now.usableUntil()) {
            return now.token();
        }
        return obtain(null);
    }

    /** A token other than the one that Foxy has just refused; at most one refresh for all who bring the same. */
    @Override
    public Secret renewed(Secret refused) {
        return obtain(refused);
    }

    /** A new access token now, whether or not the present one is valid; also tries again where Foxy refused before. */
    public void refresh() {
        refreshing.lock();
        try (Lease lease = store.lease(LEASE, PATIENCE)) {
            Client client = client(journals.read().client());
            refresh(client, connection(client));
        } finally {
            refreshing.unlock();
        }
    }

    /** Looks whether another process changed the connection, and drops what it made invalid. Cheap. */
    public void watch() {
        Held now = held;
        if (now != null && now.revision() != connections.revision()) {
            held = null;
        }
    }

    /**
     * Refreshes if it is time to, and otherwise does nothing; for a background thread.
     *
     * @throws FoxdenException as {@link #current()}
     */
    public void keepFresh() {
        watch();
        if (!refreshing.tryLock()) {
            return;
        }
        try {
            if (isDue()) {
                obtain(null, true);
            }
        } finally {
            refreshing.unlock();
        }
    }

    private boolean isDue() {
        Held now = held;
        if (now == null) {
            now = load();
        }
        return now != null && clock.millis() >= now.refreshFrom() && backoff.standing(clock.millis()) == null;
    }

    private @Nullable Held load() {
        long revision = connections.revision();
        if (revision == nothingAt) {
            return null;
        }
        Client client = journals.read().client();
        Optional<Connection> connection = connections.of(client).filter(Connection::connected);
        nothingAt = connection.isPresent() ? UNKNOWN : revision;
        if (connection.isEmpty() || client == null || client.refused()) {
            return null;
        }
        return hold(connection.get(), revision);
    }

    private Secret obtain(@Nullable Secret refused) {
        refreshing.lock();
        try {
            return obtain(refused, false);
        } finally {
            refreshing.unlock();
        }
    }

    private Secret obtain(@Nullable Secret refused, boolean ahead) {
        Secret found = stored(refused, ahead);
        if (found != null) {
            return found;
        }
        FoxdenException standing = backoff.standing(clock.millis());
        if (standing != null) {
            throw standing;
        }
        try (Lease lease = store.lease(LEASE, PATIENCE)) {
            // Another process may have refreshed while this one waited for the lease.
            Secret meanwhile = stored(refused, ahead);
            if (meanwhile != null) {
                return meanwhile;
            }
            Client client = usableClient();
            Connection connection = connection(client);
            checkUsable(connection);
            return refresh(client, connection);
        }
    }

    /** The stored token if it is valid and not the refused one; with {@code ahead}, if it need not be refreshed yet. */
    private @Nullable Secret stored(@Nullable Secret refused, boolean ahead) {
        Client client = usableClient();
        long revision = connections.revision();
        Connection connection = connection(client);
        checkUsable(connection);
        Held now = hold(connection, revision);
        long until = ahead ? now.refreshFrom() : now.usableUntil();
        boolean good = clock.millis() < until && !now.token().equals(refused);
        return good ? now.token() : null;
    }

    private Held hold(Connection connection, long revision) {
        Held now = held;
        if (now != null && now.revision() == revision) {
            return now;
        }
        Held next = Held.of(
                connections.accessToken(connection).orElseThrow(),
                revision,
                Objects.requireNonNull(connection.refreshedAt()),
                Objects.requireNonNull(connection.expiresAt()),
                random);
        held = next;
        if (connections.revision() != revision) {
            // Changed meanwhile, and whoever changed it may have called watch() before this was held.
            held = null;
        }
        return next;
    }

    private Secret refresh(Client client, Connection connection) {
        Optional<Secret> refreshToken = connections.refreshToken(connection);
        if (refreshToken.isEmpty()) {
            return breakOff(
                    connection,
                    Problem.of(
                            Code.NEEDS_RECONNECT,
                            "The access token has expired and Foxy gave no refresh token with it."));
        }
        try {
            TokenReply reply = endpoint.refresh(client, refreshToken.get());
            if (reply instanceof TokenReply.Granted granted) {
                return taken(client, connection, granted.tokens());
            }
            if (reply instanceof TokenReply.Refused refused) {
                return refused(client, connection, refused);
            }
            throw ((TokenReply.Unclear) reply).reason().exception();
        } catch (FoxdenException e) {
            backoff.failed(e, clock.millis());
            throw e;
        }
    }

    private Secret taken(Client client, Connection before, TokenSet tokens) {
        backoff.succeeded();
        Optional<Connection> after = connections.refreshed(before, tokens);
        if (client.refused()) {
            journals.rememberRefused(client.key(), false, clock.instant());
        }
        if (after.isEmpty()) {
            return overtaken();
        }
        held = null;
        LOG.debug("Access token refreshed, valid until {}.", after.get().expiresAt());
        return tokens.accessToken();
    }

    private Secret refused(Client client, Connection connection, TokenReply.Refused refused) {
        Reply.Refused reason = refused.reason();
        if (refused.invalidClient()) {
            throw clientUnknown(client, reason);
        }
        if (refused.invalidGrant()) {
            return breakOff(
                    connection,
                    Problem.of(
                                    Code.NEEDS_RECONNECT,
                                    "Foxy no longer accepts the refresh token (invalid_grant: " + reason.message()
                                            + "): the consent was withdrawn, or the store's owner removed the integration.")
                            .withLogref(reason.logref()));
        }
        throw reason.exception();
    }

    private Secret breakOff(Connection connection, Problem why) {
        if (connections.broken(connection, why).isEmpty()) {
            return overtaken();
        }
        held = null;
        LOG.warn("{} {}", why.detail(), why.remedy());
        throw new ReconnectException(why);
    }

    /** While Foxy was asked, a new consent was given, or the connection given up: what stands now counts. */
    private Secret overtaken() {
        held = null;
        Secret standing = stored(null, false);
        if (standing == null) {
            throw notConnected();
        }
        return standing;
    }

    /** Sets down that Foxy refuses this client, whichever way it authenticates. */
    public RefusedException clientUnknown(Client client, Reply.Refused reason) {
        Instant now = clock.instant();
        journals.rememberRefused(client.key(), true, now);
        held = null;
        Problem problem = Problem.of(
                        Code.CLIENT_UNKNOWN,
                        "Foxy no longer accepts this installation's client (" + reason.oauthError() + ": "
                                + reason.message() + ").")
                .withLogref(reason.logref());
        LOG.warn("{} {}", problem.detail(), problem.remedy());
        return new RefusedException(problem, reason.status());
    }

    private Client usableClient() {
        Journal journal = journals.read();
        Client client = client(journal.client());
        if (client.refused()) {
            throw new RefusedException(
                    Problem.of(
                            Code.CLIENT_UNKNOWN,
                            "Foxy has not accepted this installation's client since " + client.refusedAt() + "."),
                    401);
        }
        return client;
    }

    private static Client client(@Nullable Client client) {
        if (client == null) {
            throw new OperatorException(Code.NOT_INSTALLED, "This installation has no client at Foxy.");
        }
        return client;
    }

    private Connection connection(Client client) {
        return connections
                .of(client)
                .filter(connection -> connection.state() != Connection.State.DISCONNECTED)
                .orElseThrow(AccessTokens::notConnected);
    }

    private static void checkUsable(Connection connection) {
        Problem problem = connection.problem();
        if (!connection.connected() && problem != null) {
            throw new ReconnectException(problem);
        }
    }

    private static ReconnectException notConnected() {
        return new ReconnectException(Code.NOT_CONNECTED, "No store's owner has given consent yet.");
    }
}
