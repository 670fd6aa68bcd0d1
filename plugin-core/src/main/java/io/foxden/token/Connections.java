package io.foxden.token;

import io.foxden.problem.Problem;
import io.foxden.registration.Client;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import io.foxden.store.StaleVersionException;
import io.foxden.store.Store;
import io.foxden.vault.Label;
import io.foxden.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The record {@code connection}. A consent that was given replaces what was there, only once its tokens are at hand;
 * whatever belongs to an earlier consent is refused afterwards, told apart by {@link Connection#grant()}. Safe for many
 * threads and processes.
 */
public final class Connections {
    private static final String RECORD = "connection";
    private static final Label ACCESS_TOKEN = new Label(RECORD, "access_token");
    private static final Label REFRESH_TOKEN = new Label(RECORD, "refresh_token");
    private static final int GRANT_LENGTH = 16;

    private final Store store;
    private final Vault vault;
    private final RandomText random;
    private final Clock clock;

    public Connections(Store store, Vault vault, RandomText random, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    /** The connection of this client; one that belongs to an earlier client does not count. */
    public Optional<Connection> of(@Nullable Client client) {
        return read().filter(
                        connection -> client != null && connection.clientKey().equals(client.key()));
    }

    private Optional<Connection> read() {
        return store.read(RECORD).map(entry -> ConnectionFields.read(entry.version(), entry.content()));
    }

    /** Changes whenever the record does; cheap. */
    public long revision() {
        return store.revision(RECORD);
    }

    Optional<Secret> accessToken(Connection connection) {
        return Optional.ofNullable(connection.sealedAccessToken()).map(envelope -> vault.open(ACCESS_TOKEN, envelope));
    }

    Optional<Secret> refreshToken(Connection connection) {
        return Optional.ofNullable(connection.sealedRefreshToken())
                .map(envelope -> vault.open(REFRESH_TOKEN, envelope));
    }

    /** Takes the tokens of a consent just given, in place of what was there. */
    public Connection connected(Client client, TokenSet tokens, String askedScope) {
        Instant now = clock.instant();
        String scope = tokens.scope() == null ? askedScope : tokens.scope();
        while (true) {
            long version = read().map(Connection::version).orElse(0L);
            try {
                return write(new Connection(
                        version,
                        Connection.State.CONNECTED,
                        client.key(),
                        random.alphanumerics(GRANT_LENGTH),
                        scope,
                        null,
                        now,
                        now,
                        now.plus(tokens.lifetime()),
                        vault.seal(ACCESS_TOKEN, tokens.accessToken()),
                        seal(tokens.refreshToken()),
                        null));
            } catch (StaleVersionException e) {
                // A refresh of the earlier consent came in between; the newer consent wins.
            }
        }
    }

    /** Takes back what {@link #connected} wrote, unless there is something newer. */
    public void withdraw(Connection connection) {
        try {
            store.erase(RECORD, connection.version());
        } catch (StaleVersionException e) {
            // Something newer is there.
        }
    }

    /** Takes refreshed tokens; empty if the consent they belong to is no longer the one in use. */
    Optional<Connection> refreshed(Connection before, TokenSet tokens) {
        Instant now = clock.instant();
        return change(
                before.grant(),
                current -> new Connection(
                        current.version(),
                        Connection.State.CONNECTED,
                        current.clientKey(),
                        current.grant(),
                        tokens.scope() == null ? current.scope() : tokens.scope(),
                        current.storeName(),
                        current.connectedAt(),
                        now,
                        now.plus(tokens.lifetime()),
                        vault.seal(ACCESS_TOKEN, tokens.accessToken()),
                        tokens.refreshToken() == null ? current.sealedRefreshToken() : seal(tokens.refreshToken()),
                        null));
    }

    /**
     * Sets down that Foxy refuses the refresh token; the tokens are kept, should it have been a mistake. Empty if the
     * consent it belongs to is no longer the one in use.
     */
    Optional<Connection> broken(Connection before, Problem why) {
        return change(before.grant(), current -> current.connected() ? current.broken(why) : current);
    }

    /** Notes the store's name, once it was read. */
    public void named(Connection before, String storeName) {
        change(before.grant(), current -> storeName.equals(current.storeName()) ? current : current.named(storeName));
    }

    /** Forgets the tokens, without trace. */
    public void disconnect() {
        while (true) {
            Optional<Connection> current = read();
            if (current.isEmpty() || current.get().state() == Connection.State.DISCONNECTED) {
                return;
            }
            vault.check();
            try {
                Connection next = current.get().disconnected();
                store.writeWithoutTrace(RECORD, next.version(), ConnectionFields.write(next));
                return;
            } catch (StaleVersionException e) {
                // A refresh came in between: forget what it wrote, too.
            }
        }
    }

    /** Forgets that there ever was a connection. */
    public void forget() {
        while (true) {
            Optional<Connection> current = read();
            if (current.isEmpty()) {
                return;
            }
            vault.check();
            try {
                store.erase(RECORD, current.get().version());
                return;
            } catch (StaleVersionException e) {
                // As above.
            }
        }
    }

    /** Empty if that consent is no longer the one in use. */
    private Optional<Connection> change(String grant, UnaryOperator<Connection> change) {
        while (true) {
            Optional<Connection> current =
                    read().filter(c -> c.grant().equals(grant)).filter(c -> c.state() != Connection.State.DISCONNECTED);
            if (current.isEmpty()) {
                return current;
            }
            Connection next = change.apply(current.get());
            if (Objects.equals(next, current.get())) {
                return current;
            }
            try {
                return Optional.of(write(next));
            } catch (StaleVersionException e) {
                // Somebody else wrote the record: look again whether the change is still called for.
            }
        }
    }

    private Connection write(Connection connection) {
        vault.check();
        var entry = store.write(RECORD, connection.version(), ConnectionFields.write(connection));
        return ConnectionFields.read(entry.version(), entry.content());
    }

    private @Nullable String seal(@Nullable Secret token) {
        return token == null ? null : vault.seal(REFRESH_TOKEN, token);
    }
}
