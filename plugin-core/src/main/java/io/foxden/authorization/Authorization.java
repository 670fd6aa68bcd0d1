package io.foxden.authorization;

import io.foxden.authorization.Transaction.Stage;
import io.foxden.event.Event;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.RefusedException;
import io.foxden.registration.Client;
import io.foxden.secret.Secret;
import io.foxden.setting.SiteAddress;
import io.foxden.store.AnswersInHand;
import io.foxden.token.Connection;
import io.foxden.token.TokenSet;
import io.foxden.words.Message;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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

    /** Together longer than a swap takes. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final int LOOKS = 300;

    private final Ground ground;
    private final Transactions transactions;
    private final Tickets tickets;
    private final CodeExchange exchange;

    public Authorization(Ground ground) {
        this.ground = ground;
        this.transactions = new Transactions(ground.store(), ground.random(), ground.clock(), ground.nanos());
        this.tickets = new Tickets(ground.store(), ground.random(), ground.clock(), ground.nanos());
        this.exchange = new CodeExchange(ground.endpoint(), ground.clients(), ground.pause(), ground.clock());
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
        URI start = ground.site().apply(client).under("/connect/start?ticket=" + issued.value());
        return new Ticket(start, issued.expiresAt());
    }

    /**
     * Sends this browser to Foxy.
     *
     * @throws OperatorException {@link Code#NOT_INSTALLED}, {@link Code#ALREADY_CONNECTED} unless a reconnect is asked
     *     for, {@link Code#SITE_MOVED} if Foxy would send it elsewhere, {@link Code#BAD_REQUEST} for a scope or a path that cannot be taken, or the problem with settings or key
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
        ground.check().run();
        Intent intent = tickets.redeem(ticket);
        return depart(usableClient(), intent);
    }

    /**
     * The browser is back from Foxy. A code is swapped at once. Coming back once more, by the back button or because the swap
     * takes long, changes nothing and is told the same.
     *
     * @param cookies gives the value of a cookie of this browser's, or null
     * @throws OperatorException {@link Code#STATE_MISMATCH} if the answer is not this browser's, or came before;
     *     or the problem with settings or key: nothing changed
     */
    public Arrival callback(CallbackQuery query, UnaryOperator<@Nullable String> cookies) {
        ground.check().run();
        String state = query.state();
        if (state == null || state.isEmpty()) {
            throw mismatch();
        }
        return transactions
                .claim(state, cookies)
                .map(transaction -> arrival(finished(transaction, query)))
                .or(() -> before(state, cookies))
                .orElseThrow(Authorization::mismatch);
    }

    /** What came of it when this browser came with it before; while that is still going on, its end is waited for. */
    private Optional<Arrival> before(String state, UnaryOperator<@Nullable String> cookies) {
        for (int look = 0; look < LOOKS; look++) {
            Optional<Transaction> before = transactions.claimedBefore(state, cookies);
            boolean underWay =
                    before.filter(tx -> tx.stage() == Stage.EXCHANGING).isPresent();
            if (!underWay) {
                return before.map(tx -> arrival(tx).repeated());
            }
            if (!ground.pause().pause(LOOK)) {
                break;
            }
        }
        return Optional.empty();
    }

    private static OperatorException mismatch() {
        return new OperatorException(
                Code.STATE_MISMATCH,
                Message.of("authorization/state-mismatch").with("minutes", Transactions.VALID.toMinutes()));
    }

    /** Removes what is too old to be of use, so many records of each kind at a time; for a background thread. */
    public void prune(int most) {
        transactions.prune(most);
        tickets.prune(most);
    }

    /** How the request with this reference ended; for a while afterwards. */
    public Optional<Arrival> arrival(String reference) {
        return transactions.ended(reference).map(Authorization::arrival);
    }

    private Transaction finished(Transaction transaction, CallbackQuery query) {
        try {
            connect(transaction, query);
            return ended(transaction, Stage.CONNECTED, null);
        } catch (FoxdenException e) {
            Stage stage = e.code() == Code.ACCESS_DENIED ? Stage.DECLINED : Stage.FAILED;
            LOG.info("Authorization {} {}: {}", transaction.reference(), stage, e.getMessage());
            ground.events()
                    .tell(new Event.ConsentFailed(
                            ground.connections().key(), e.code(), e.problem().logref()));
            return ended(transaction, stage, e.problem());
        }
    }

    /** What came of it holds, whether or not it can be written down just now. */
    private Transaction ended(Transaction transaction, Stage stage, @Nullable Problem why) {
        Transaction ended = transactions.ended(transaction, stage, why);
        ground.inHand().write(() -> transactions.write(ended));
        return ended;
    }

    private void connect(Transaction transaction, CallbackQuery query) {
        Client client = ground.journals()
                .read()
                .client(transaction.clientKey())
                .orElseThrow(
                        () -> new OperatorException(Code.STATE_MISMATCH, Message.of("authorization/earlier-client")));
        if (query.failed()) {
            throw new AuthorizationError(query, transaction.scope())
                    .toException(() -> ground.clients().verify(client));
        }
        String code = query.code();
        if (code == null || code.isEmpty()) {
            throw new OperatorException(Code.AUTHORIZATION_REFUSED, Message.of("authorization/neither"));
        }
        try (AnswersInHand.Expected answer = ground.inHand().expect()) {
            take(client, exchange.swap(client, Secret.of(code)), transaction.scope());
        }
        ground.connected().run();
    }

    /** The tokens into the store; into memory only, where that is not possible just now. */
    private void take(Client client, TokenSet tokens, String askedScope) {
        Instant now = ground.clock().instant();
        boolean written = ground.inHand()
                .write(() ->
                        withdrawForgotten(client, ground.connections().connected(client, tokens, askedScope, now)));
        if (written) {
            ground.promotion().attempt();
            ground.tokens().watch();
        } else {
            ground.tokens().take(tokens);
        }
        if (isForgotten(client)) {
            throw new OperatorException(Code.NOT_INSTALLED, Message.of("authorization/forgotten"));
        }
        ground.events().tell(new Event.Connected(ground.connections().key(), askedScope));
    }

    /** The client may have been forgotten while the code was being swapped; then its tokens are forgotten, too. */
    private void withdrawForgotten(Client client, Connection connection) {
        if (isForgotten(client)) {
            ground.connections().withdraw(connection);
        }
    }

    private boolean isForgotten(Client client) {
        return ground.journals().read().client(client.key()).isEmpty();
    }

    private Departure depart(Client client, Intent intent) {
        String scope = Objects.requireNonNullElse(intent.scope(), ground.scope());
        Transactions.Opened opened = transactions.open(client.key(), scope, intent.returnTo());
        URI endpoint = ground.endpoints().authorizeUrl(client);
        String clientId = ground.journals().credentials(client).clientId();
        SiteAddress site = ground.site().apply(client);
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
        ground.check().run();
        String scope = intent.scope();
        if (scope != null && !SCOPES.contains(scope)) {
            throw new OperatorException(
                    Code.BAD_REQUEST, Message.of("authorization/bad-scope").with("scope", scope));
        }
        return new Intent(scope, ReturnPath.check(intent.returnTo()), intent.reconnect());
    }

    /** The client to ask with; one that Foxy refused earlier is asked about first. */
    private Client usableClient() {
        Client client = ground.journals().read().newest();
        if (client == null) {
            throw new OperatorException(Code.NOT_INSTALLED, Message.of("authorization/no-client"));
        }
        ground.endpoints().apiUrl(client);
        ground.moved().apply(client).ifPresent(problem -> {
            throw new OperatorException(problem);
        });
        ground.clients().verifyIfRefused(client);
        return client;
    }

    private void refuseSecond(Client client, Intent intent) {
        Optional<Connection> connection = ground.connections()
                .of(client)
                .filter(found -> found.state(ground.clock().instant()) == Connection.State.CONNECTED)
                .filter(found -> found.failing() == null || !found.failing().refuses());
        if (connection.isPresent() && !intent.reconnect()) {
            throw new OperatorException(
                    Code.ALREADY_CONNECTED,
                    Message.of("authorization/connected")
                            .with("scope", connection.get().consent().scope()));
        }
    }

    private static Arrival arrival(Transaction transaction) {
        Problem problem = transaction.problem();
        if (problem == null && transaction.outcome() == Outcome.FAILED) {
            problem = Problem.of(Code.CODE_REFUSED, Message.of("authorization/stopped"));
        }
        return new Arrival(
                transaction.outcome(),
                transaction.reference(),
                transaction.returnTo(),
                problem,
                Transactions.cookieName(transaction),
                false);
    }
}
