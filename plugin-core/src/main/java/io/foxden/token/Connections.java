package io.foxden.token;

import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.registration.Client;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import io.foxden.store.Change;
import io.foxden.store.Entry;
import io.foxden.store.Lease;
import io.foxden.store.LeaseLostException;
import io.foxden.store.Store;
import io.foxden.vault.Label;
import io.foxden.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The records {@code connection-KEY-CLIENT}: what the holder of that key consented to, for each of our clients, so that a
 * candidate's consent stands beside the one in use. A consent that was given replaces what was there, only once its
 * tokens are at hand; whatever belongs to an earlier consent is refused afterwards, told apart by
 * {@link Consent#grant()}. Safe for many threads and processes.
 */
public final class Connections {
    /** The key of the one connection there is for now. */
    public static final String DEFAULT = "default";

    /** The one record in which an earlier version kept the connection. */
    private static final String EARLIER = "connection";

    private static final String RECORDS = "connection-";
    private static final int CLIENT_LENGTH = 12;
    private static final int GRANT_LENGTH = 16;

    private final String key;
    private final Store store;
    private final Vault vault;
    private final RandomText random;

    /** @param key which connection: {@link #DEFAULT} */
    public Connections(String key, Store store, Vault vault, RandomText random) {
        this.key = key;
        this.store = store;
        this.vault = vault;
        this.random = random;
    }

    public String key() {
        return key;
    }

    /** This client's connection; given up ones, too. */
    public Optional<Connection> of(@Nullable Client client) {
        if (client == null) {
            return Optional.empty();
        }
        return read(record(client.key()))
                .or(() -> read(EARLIER).filter(found -> found.clientKey().equals(client.key())));
    }

    /** Changes whenever this client's connection does; cheap. */
    public long revision(Client client) {
        long revision = store.revision(record(client.key()));
        return revision == 0 ? store.revision(EARLIER) : revision;
    }

    Optional<Secret> accessToken(Connection connection) {
        return Optional.ofNullable(connection.tokens())
                .map(tokens -> vault.open(accessLabel(connection.record()), tokens.accessToken()));
    }

    Optional<Secret> refreshToken(Connection connection) {
        return Optional.ofNullable(connection.tokens())
                .map(SealedTokens::refreshToken)
                .map(envelope -> vault.open(refreshLabel(connection.record()), envelope));
    }

    /**
     * Takes the tokens of a consent, in place of what was there.
     *
     * @param obtainedAt when they came, which may be a while ago
     */
    public Connection connected(Client client, TokenSet tokens, String askedScope, Instant obtainedAt) {
        String scope = tokens.scope() == null ? askedScope : tokens.scope();
        Consent consent = new Consent(random.alphanumerics(GRANT_LENGTH), scope, null, null, obtainedAt);
        String record = record(client.key());
        Connection fresh = new Connection(
                record,
                client.key(),
                consent,
                sealed(record, tokens, sealed(record, tokens.refreshToken()), null, Refusals.NONE, obtainedAt),
                null);
        vault.check();
        // An earlier consent's tokens must not come back, should this version be damaged.
        store.change(
                record,
                before -> Change.to(
                                ConnectionFields.write(before.map(entry -> ConnectionFields.consent(entry.content()))
                                        .map(consent::namedLike)
                                        .map(fresh::named)
                                        .orElse(fresh)))
                        .withoutTrace());
        store.change(EARLIER, before -> before.isPresent() ? Change.erased() : Change.none());
        return fresh;
    }

    /** Takes back what {@link #connected} wrote, unless there is something newer. */
    public void withdraw(Connection connection) {
        store.change(
                connection.record(),
                before -> before.map(entry -> ConnectionFields.read(connection.record(), entry.content()))
                                .filter(now -> isSameConsent(now, connection))
                                .isPresent()
                        ? Change.erased()
                        : Change.none());
    }

    /**
     * Takes refreshed tokens; empty if what was asked about is no longer what is in use.
     *
     * @param obtainedAt when they came, which may be a while ago
     */
    Optional<Connection> refreshed(Connection asked, TokenSet tokens, Refusals refusals, Instant obtainedAt) {
        return changed(asked, current -> {
            String refreshToken = refreshToken(current, tokens);
            SealedTokens fresh = sealed(current.record(), tokens, refreshToken, current.tokens(), refusals, obtainedAt);
            return current.with(current.consent().granted(tokens.scope()), fresh);
        });
    }

    /** The one in use stays as it is sealed where Foxy gave no other. */
    private @Nullable String refreshToken(Connection current, TokenSet tokens) {
        SealedTokens sealed = current.tokens();
        Secret given = tokens.refreshToken();
        boolean kept =
                given == null || refreshToken(current).filter(given::equals).isPresent();
        return kept && sealed != null ? sealed.refreshToken() : sealed(current.record(), given);
    }

    /**
     * Moves what an earlier version kept in its one record to where it belongs, sealed for there. Whatever stops it, one
     * of the two is there and good.
     */
    public void adopt(Client client) {
        String record = record(client.key());
        read(EARLIER)
                .filter(found -> found.clientKey().equals(client.key()))
                .ifPresent(found -> store.change(
                        record,
                        there -> there.isPresent()
                                ? Change.none()
                                : Change.to(ConnectionFields.write(resealed(found, record)))
                                        .withoutTrace()));
        store.change(EARLIER, there -> Change.erased());
    }

    private Connection resealed(Connection found, String record) {
        SealedTokens tokens = found.tokens();
        if (tokens == null) {
            return found;
        }
        String refreshToken = sealed(record, refreshToken(found).orElse(null));
        String accessToken = vault.seal(accessLabel(record), accessToken(found).orElseThrow());
        SealedTokens moved = new SealedTokens(
                accessToken, refreshToken, tokens.obtainedAt(), tokens.expiresAt(), tokens.brief(), tokens.refusals());
        return new Connection(record, found.clientKey(), found.consent(), moved, found.failing());
    }

    /**
     * Sets down that refreshing fails; empty if what was asked about is no longer what is in use.
     *
     * @throws LeaseLostException if somebody else may be asking by now, whose answer counts
     */
    Optional<Connection> failing(Connection asked, Failing trouble, Lease lease) throws LeaseLostException {
        Function<Optional<Entry>, Change> decide = before -> decided(before, asked, current -> current.with(trouble));
        vault.check();
        return found(asked, store.change(asked.record(), lease, decide));
    }

    /**
     * Notes the store's name, once it was read.
     *
     * @return whether it still was of interest
     */
    public boolean named(Connection asked, String storeName, Instant now) {
        return changed(asked, current -> current.named(current.consent().named(storeName, now)))
                .isPresent();
    }

    /**
     * Forgets the tokens of every client's connection, without trace; that there was one stays known.
     *
     * @return whether there were any
     */
    public boolean disconnect() {
        vault.check();
        boolean connected = false;
        for (String record : records()) {
            connected |= read(record).filter(found -> !found.givenUp()).isPresent();
            store.change(
                    record,
                    before -> before.map(entry -> ConnectionFields.read(record, entry.content()))
                            .filter(connection -> !connection.givenUp())
                            .<Change>map(connection -> Change.to(ConnectionFields.write(connection.disconnected()))
                                    .withoutTrace())
                            .orElse(Change.none()));
        }
        return connected;
    }

    /** Forgets that this client was ever connected. */
    public void forget(Client client) {
        store.change(record(client.key()), before -> Change.erased());
    }

    /**
     * Forgets that there ever was a connection.
     *
     * @return what could not be read, and went unread
     */
    public List<Problem> forget() {
        vault.check();
        List<Problem> unread = new ArrayList<>();
        for (String record : records()) {
            try {
                read(record);
            } catch (OperatorException e) {
                unread.add(e.problem());
            }
            store.discard(record);
        }
        return unread;
    }

    private List<String> records() {
        return store.names(EARLIER).stream()
                .filter(name -> name.equals(EARLIER) || name.startsWith(RECORDS + key + "-"))
                .toList();
    }

    /** Empty if what was asked about is no longer what is in use. */
    private Optional<Connection> changed(Connection asked, UnaryOperator<Connection> change) {
        vault.check();
        return found(asked, store.change(asked.record(), before -> decided(before, asked, change)));
    }

    private static Change decided(Optional<Entry> before, Connection asked, UnaryOperator<Connection> change) {
        return before.map(entry -> ConnectionFields.read(asked.record(), entry.content()))
                .filter(current -> current.isAsked(asked))
                .map(current -> replaced(current, change.apply(current)))
                .orElse(Change.none());
    }

    /** A refresh token that was replaced is of no use: to fall back on it would be to lose the connection. */
    private static Change replaced(Connection current, Connection next) {
        if (next.equals(current)) {
            return Change.none();
        }
        Change.Replace change = Change.to(ConnectionFields.write(next));
        return isRotated(current.tokens(), next.tokens()) ? change.withoutTrace() : change;
    }

    private static boolean isRotated(@Nullable SealedTokens one, @Nullable SealedTokens other) {
        return one == null || other == null || !Objects.equals(one.refreshToken(), other.refreshToken());
    }

    private static Optional<Connection> found(Connection asked, Optional<Entry> after) {
        return after.map(entry -> ConnectionFields.read(asked.record(), entry.content()))
                .filter(now -> isSameConsent(now, asked) && !now.givenUp());
    }

    private static boolean isSameConsent(Connection one, Connection other) {
        return one.consent().grant().equals(other.consent().grant());
    }

    private Optional<Connection> read(String record) {
        return store.read(record).map(entry -> ConnectionFields.read(record, entry.content()));
    }

    private String record(String clientKey) {
        return RECORDS + key + "-" + clientKey.substring(0, Math.min(CLIENT_LENGTH, clientKey.length()));
    }

    private SealedTokens sealed(
            String record,
            TokenSet tokens,
            @Nullable String refreshToken,
            @Nullable SealedTokens before,
            Refusals refusals,
            Instant obtainedAt) {
        int brief = Plan.isBrief(tokens.lifetime()) ? 1 + (before == null ? 0 : before.brief()) : 0;
        return new SealedTokens(
                vault.seal(accessLabel(record), tokens.accessToken()),
                refreshToken,
                obtainedAt,
                obtainedAt.plus(Plan.believed(tokens.lifetime(), brief)),
                brief,
                refusals);
    }

    private @Nullable String sealed(String record, @Nullable Secret refreshToken) {
        return refreshToken == null ? null : vault.seal(refreshLabel(record), refreshToken);
    }

    private static Label accessLabel(String record) {
        return new Label(record, "access_token");
    }

    private static Label refreshLabel(String record) {
        return new Label(record, "refresh_token");
    }
}
