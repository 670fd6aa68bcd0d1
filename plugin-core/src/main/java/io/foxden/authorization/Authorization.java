package io.foxden.authorization;

import io.foxden.authorization.Transaction.Stage;
import io.foxden.config.SiteAddress;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.RefusedException;
import io.foxden.registration.Client;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Endpoints;
import io.foxden.registration.Journal;
import io.foxden.secret.Secret;
import io.foxden.token.AccessTokens;
import io.foxden.token.Connection;
import io.foxden.token.Connections;
import io.foxden.token.TokenEndpoint;
import io.foxden.token.TokenReply;
import io.foxden.token.TokenSet;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two legs of the consent: away to Foxy, and back. Between them nothing is kept but a record with fingerprints, so
 * that restarts and several tabs do no harm. An earlier connection stays as it is until a new one has tokens. Safe for
 * many threads.
 */
public final class Authorization {
    private static final Logger LOG = LoggerFactory.getLogger(Authorization.class);
    private static final Set<String> SCOPES = Set.of("store_full_access", "user_full_access");

    private final Parts parts;
    private final Transactions transactions;
    private final Tickets tickets;
    private final CodeExchange exchange;

    /** What this works with; made by the facade. */
    public record Parts(
            ClientJournal journals,
            Connections connections,
            TokenEndpoint endpoint,
            AccessTokens tokens,
            Endpoints endpoints,
            String scope,
            Ground ground) {}

    public Authorization(Parts parts) {
        Ground ground = parts.ground();
        this.parts = parts;
        this.transactions = new Transactions(ground.store(), ground.random(), ground.clock());
        this.tickets = new Tickets(ground.store(), ground.random(), ground.clock());
        this.exchange = new CodeExchange(parts.endpoint(), parts.tokens(), ground.pause(), ground.clock());
    }

    /**
     * A link that starts the consent in the browser that opens it first.
     *
     * @throws FoxdenException as {@link #begin}
     */
    public Ticket ticket(Intent intent) {
        Intent checked = checked(intent);
        Client client = usableClient();
        refuseSecond(client, checked);
        Tickets.Issued issued = tickets.issue(checked);
        URI start = parts.ground().site().apply(client).under("/connect/start?ticket=" + issued.value());
        return new Ticket(start, issued.expiresAt());
    }

    /**
     * Sends this browser to Foxy.
     *
     * @throws OperatorException {@link Code#NOT_INSTALLED}, {@link Code#ALREADY_CONNECTED} unless a reconnect is asked
     *     for, {@link Code#BAD_REQUEST} for a scope or a path that cannot be taken, or the problem with settings or key
     * @throws RefusedException {@link Code#CLIENT_UNKNOWN} if Foxy refuses the client: install again first
     */
    public Departure begin(Intent intent) {
        Intent checked = checked(intent);
        Client client = usableClient();
        refuseSecond(client, checked);
        return depart(client, checked);
    }

    /** @throws OperatorException {@link Code#TICKET_INVALID} */
    public Departure redeem(String ticket) {
        parts.ground().check().run();
        Intent intent = tickets.redeem(ticket);
        return depart(usableClient(), intent);
    }

    /**
     * The browser is back from Foxy. A code is swapped at once.
     *
     * @param cookies gives the value of a cookie of this browser's, or null
     * @throws OperatorException {@link Code#STATE_MISMATCH} if the answer is not this browser's, or came before;
     *     or the problem with settings or key: nothing changed
     */
    public Arrival callback(CallbackQuery query, UnaryOperator<@Nullable String> cookies) {
        parts.ground().check().run();
        String state = query.state();
        Transaction transaction = state == null || state.isEmpty()
                ? null
                : transactions.claim(state, cookies).orElse(null);
        if (transaction == null) {
            throw new OperatorException(
                    Code.STATE_MISMATCH,
                    "The answer's state is unknown, used, older than " + Transactions.VALID.toMinutes()
                            + " minutes, or was begun in another browser.");
        }
        return arrival(finished(transaction, query));
    }

    /** How the request with this reference ended; for a while afterwards. */
    public Optional<Arrival> arrival(String reference) {
        return transactions.ended(reference).map(Authorization::arrival);
    }

    private Transaction finished(Transaction transaction, CallbackQuery query) {
        try {
            connect(transaction, query);
            return transactions.finish(transaction, Stage.CONNECTED, null);
        } catch (FoxdenException e) {
            Stage stage = e.code() == Code.ACCESS_DENIED ? Stage.DECLINED : Stage.FAILED;
            LOG.warn("Authorization {} {}: {}", transaction.reference(), stage, e.getMessage());
            return transactions.finish(transaction, stage, e.problem());
        }
    }

    private void connect(Transaction transaction, CallbackQuery query) {
        Client client = usableClient();
        if (!client.key().equals(transaction.clientKey())) {
            throw new OperatorException(
                    Code.STATE_MISMATCH, "The consent was asked for by an earlier client of this installation.");
        }
        if (query.error() != null) {
            throw new AuthorizationError(query, transaction.scope()).toException(() -> verify(client));
        }
        String code = query.code();
        if (code == null || code.isEmpty()) {
            throw new OperatorException(
                    Code.AUTHORIZATION_REFUSED, "Foxy sent the browser back with neither a code nor an error.");
        }
        TokenSet tokens = exchange.swap(client, Secret.of(code));
        Connection connection = parts.connections().connected(client, tokens, transaction.scope());
        parts.tokens().watch();
        refuseForgotten(client, connection);
        LOG.info("Connected with scope {}.", connection.scope());
        parts.ground().connected().accept(connection);
    }

    /** The client may have been forgotten while the code was being swapped; then its tokens are forgotten, too. */
    private void refuseForgotten(Client client, Connection connection) {
        Client now = parts.journals().read().client();
        if (now == null || !now.key().equals(client.key())) {
            parts.connections().withdraw(connection);
            throw new OperatorException(
                    Code.NOT_INSTALLED, "This installation's client was forgotten while the consent was being given.");
        }
    }

    /** Asks Foxy itself whether it knows the client; what a browser brings along could be anybody's word. */
    private void verify(Client client) {
        TokenReply reply = parts.endpoint().clientCredentials(client);
        if (reply instanceof TokenReply.Unclear unclear) {
            throw unclear.reason().exception();
        }
        if (reply instanceof TokenReply.Refused refused && refused.invalidClient()) {
            throw parts.tokens().clientUnknown(client, refused.reason());
        }
    }

    private Departure depart(Client client, Intent intent) {
        String scope = Objects.requireNonNullElse(intent.scope(), parts.scope());
        Transactions.Opened opened = transactions.open(client.key(), scope, intent.returnTo());
        URI endpoint = parts.endpoints().authorizeUrl(client);
        String clientId = parts.journals().credentials(client).clientId();
        SiteAddress site = parts.ground().site().apply(client);
        return new Departure(
                AuthorizationRequest.of(endpoint, clientId, scope, opened.state()),
                new BindingCookie(
                        Transactions.cookieName(opened.transaction()),
                        opened.binding(),
                        site.cookiePath(),
                        Transactions.VALID.plus(Duration.ofMinutes(1)),
                        site.https()));
    }

    private Intent checked(Intent intent) {
        parts.ground().check().run();
        String scope = intent.scope();
        if (scope != null && !SCOPES.contains(scope)) {
            throw new OperatorException(
                    Code.BAD_REQUEST, "scope must be store_full_access or user_full_access, not '" + scope + "'.");
        }
        return new Intent(scope, ReturnPath.check(intent.returnTo()), intent.reconnect());
    }

    private Client usableClient() {
        Journal journal = parts.journals().read();
        Client client = journal.client();
        if (client == null) {
            throw new OperatorException(Code.NOT_INSTALLED, "This installation has no client at Foxy.");
        }
        if (client.refused()) {
            Problem problem = Problem.of(
                    Code.CLIENT_UNKNOWN,
                    "Foxy has not accepted this installation's client since " + client.refusedAt() + ".");
            throw new RefusedException(problem, 401);
        }
        return client;
    }

    private void refuseSecond(Client client, Intent intent) {
        Optional<Connection> connection = parts.connections().of(client).filter(Connection::connected);
        if (connection.isPresent() && !intent.reconnect()) {
            throw new OperatorException(
                    Code.ALREADY_CONNECTED,
                    "This installation is connected with scope "
                            + connection.get().scope() + ".");
        }
    }

    private static Arrival arrival(Transaction transaction) {
        Problem problem = transaction.problem();
        if (problem == null && transaction.outcome() == Outcome.FAILED) {
            problem =
                    Problem.of(Code.CODE_REFUSED, "The server stopped while the authorization code was being swapped.");
        }
        return new Arrival(
                transaction.outcome(),
                transaction.reference(),
                transaction.returnTo(),
                problem,
                Transactions.cookieName(transaction));
    }
}
