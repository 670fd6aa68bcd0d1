package io.foxden.token;

import io.foxden.event.Event;
import io.foxden.event.Events;
import io.foxden.foxy.Reply;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.problem.ReconnectException;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.registration.Client;
import io.foxden.secret.Secret;
import io.foxden.store.AnswersInHand;
import io.foxden.store.Lease;
import io.foxden.store.LeaseLostException;
import io.foxden.token.TokenReader.InUse;
import io.foxden.words.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One question to the token endpoint, and what becomes of its answer. */
final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private final TokenReader reader;
    private final Connections connections;
    private final TokenEndpoint endpoint;
    private final ClientCheck clients;
    private final AnswersInHand inHand;
    private final Events events;
    private final Pace pace;
    /** What could not be written down; holds for this process at least. */
    private volatile @Nullable Failing unwritten;
    /** The record still has the refresh token that these took the place of. */
    private volatile @Nullable InHand tokensInHand;

    Renewal(
            TokenReader reader,
            Connections connections,
            TokenEndpoint endpoint,
            ClientCheck clients,
            AnswersInHand inHand,
            Events events,
            Pace pace) {
        this.reader = reader;
        this.connections = connections;
        this.endpoint = endpoint;
        this.clients = clients;
        this.inHand = inHand;
        this.events = events;
        this.pace = pace;
    }

    /**
     * Tokens that are not written yet.
     *
     * @param of the connection as the record has it
     */
    private record InHand(Connection of, TokenSet tokens, Refusals refusals, Instant obtainedAt) {}

    /** Why Foxy is not to be asked just now; null if it may be. A person's wish is always put to it. */
    @Nullable
    FoxdenException standing(InUse inUse, Wish wish) {
        if (wish.isByPerson()) {
            return null;
        }
        SealedTokens tokens = tokens(inUse);
        if (!tokens.refreshable()) {
            return notRefreshable(tokens);
        }
        for (Failing failing : new Failing[] {inUse.connection().failing(), unwritten}) {
            if (failing != null && !failing.due(pace.now())) {
                return failing.exception(pace.now());
            }
        }
        return null;
    }

    /** Whether a token that is refused came a moment ago, in place of a refused one: another one will not be better. */
    boolean isTooYoung(InUse inUse, Wish wish) {
        SealedTokens tokens = tokens(inUse);
        Duration age = Duration.between(tokens.obtainedAt(), pace.now());
        int refusals = tokens.refusals().at(pace.now()).count();
        return wish.refused() != null && !age.isNegative() && age.compareTo(Plan.gap(refusals)) < 0;
    }

    /**
     * Asks Foxy for a new access token, and sets down what came.
     *
     * @param lease under which nobody else asks
     * @throws FoxdenException if there is no token to be had
     */
    Secret ask(InUse inUse, Wish wish, Lease lease) {
        Secret refreshToken = refreshToken(inUse).orElseThrow(() -> notRefreshable(tokens(inUse)));
        try {
            TokenReply reply = endpoint.refresh(inUse.client(), refreshToken);
            if (reply instanceof TokenReply.Granted granted) {
                return granted(inUse, wish, granted.tokens());
            }
            throw reply instanceof TokenReply.Refused refused
                    ? refusal(inUse.client(), refused)
                    : ((TokenReply.Unclear) reply).reason().exception();
        } catch (TryLaterException | ReconnectException | RefusedException e) {
            return failed(inUse, wish, e, lease);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // A defect of ours is no reason to besiege Foxy.
            unwritten = failing(unwritten, new TryLaterException(Code.INTERNAL, Message.of("token/defect")), wish);
            throw e;
        }
    }

    private Optional<Secret> refreshToken(InUse inUse) {
        return inHand(inUse)
                .map(last -> last.tokens().refreshToken())
                .or(() -> connections.refreshToken(inUse.connection()));
    }

    private Optional<InHand> inHand(InUse inUse) {
        return Optional.ofNullable(tokensInHand).filter(last -> last.of().isAsked(inUse.connection()));
    }

    private FoxdenException refusal(Client client, TokenReply.Refused refused) {
        Reply.Refused reason = refused.reason();
        if (refused.invalidClient()) {
            return clients.refused(client, reason);
        }
        if (refused.invalidGrant()) {
            // Foxy went on to look at the grant, so it knows the client.
            clientAccepted(client);
            return new ReconnectException(consentRefused(reason));
        }
        return reason.exception();
    }

    private static Problem consentRefused(Reply.Refused reason) {
        return Problem.of(
                        Code.NEEDS_RECONNECT,
                        Message.of("token/consent-refused").with("words", reason.words()))
                .withLogref(reason.logref());
    }

    private Secret granted(InUse inUse, Wish wish, TokenSet granted) {
        Refusals before = tokens(inUse).refusals();
        Refusals refusals = wish.refused() == null ? before : before.another(pace.now());
        AtomicBoolean overtaken = new AtomicBoolean();
        TokenSet all = granted.orRefreshToken(refreshToken(inUse).orElse(null));
        InHand mine = new InHand(inUse.connection(), all, refusals, pace.now());
        tokensInHand = mine;
        boolean written = inHand.write(() -> overtaken.set(write(mine)));
        clientAccepted(inUse.client());
        if (written && overtaken.get()) {
            return overtaken(wish);
        }
        // Into memory first: whoever waits has it, whether or not the records can be read just now.
        reader.hold(granted, inUse.mark());
        reader.watch();
        healed(inUse.connection().failing(), granted);
        return granted.accessToken();
    }

    /** Whether the connection has others by now; does nothing where even newer ones are in hand. */
    private boolean write(InHand mine) {
        if (!mine.equals(tokensInHand)) {
            return false;
        }
        boolean overtaken = connections
                .refreshed(mine.of(), mine.tokens(), mine.refusals(), mine.obtainedAt())
                .isEmpty();
        tokensInHand = null;
        return overtaken;
    }

    private void healed(@Nullable Failing before, TokenSet granted) {
        Failing last = before == null ? unwritten : before;
        unwritten = null;
        events.tell(new Event.Refreshed(connections.key(), pace.now().plus(granted.lifetime())));
        events.tell(connections.key(), lasting(last), null);
    }

    /** A matter of words: the tokens are what counts. */
    private void clientAccepted(Client client) {
        try {
            clients.accepted(client);
        } catch (FoxdenException e) {
            LOG.debug("That Foxy accepts the client again is not set down yet", e);
        }
    }

    private static @Nullable Problem lasting(@Nullable Failing failing) {
        return failing == null ? null : failing.lasting();
    }

    /** Remembers it and says so; a token that still works is given out all the same to whoever does not insist. */
    private Secret failed(InUse inUse, Wish wish, FoxdenException met, Lease lease) {
        Failing before = inUse.connection().failing();
        Failing failing = failing(before == null ? unwritten : before, met, wish);
        try {
            if (connections.failing(inUse.connection(), failing, lease).isEmpty()) {
                return overtaken(wish);
            }
            unwritten = null;
        } catch (LeaseLostException e) {
            LOG.debug("Another process has taken over; its answer counts", e);
            return overtaken(wish);
        } catch (FoxdenException e) {
            unwritten = failing;
            LOG.debug("The failure is remembered in memory only", e);
        }
        tell(before, failing);
        throw wish.isByPerson() ? met : failing.exception(pace.now());
    }

    private Failing failing(@Nullable Failing before, FoxdenException met, Wish wish) {
        var now = pace.now();
        int times = before == null ? 1 : before.times() + (wish.isByPerson() ? 0 : 1);
        Duration asked =
                met instanceof TryLaterException later ? later.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        Duration wait = Plan.wait(met.code(), times, asked, pace.random());
        int status = met instanceof RefusedException refused ? refused.status() : 0;
        return new Failing(met.problem(), status, before == null ? now : before.since(), times, now, now.plus(wait));
    }

    /** Once when it begins, and when it becomes another trouble. */
    private void tell(@Nullable Failing before, Failing now) {
        events.tell(connections.key(), lasting(before), now.lasting());
        LOG.info("{} Next attempt at {}.", now.problem().detail(), now.nextAttemptAt());
    }

    /** While Foxy was asked, a new consent was given, or the connection given up: what stands now counts. */
    private Secret overtaken(Wish wish) {
        reader.drop();
        Held standing = reader.hold(reader.inUse());
        if (standing.usable(pace.ticks()) && !standing.token().equals(wish.refused())) {
            return standing.token();
        }
        throw new TryLaterException(Code.LOCKED, Message.of("token/overtaken"));
    }

    private static SealedTokens tokens(InUse inUse) {
        return Objects.requireNonNull(inUse.connection().tokens());
    }

    private ReconnectException notRefreshable(SealedTokens tokens) {
        return new ReconnectException(
                tokens.expired(pace.now())
                        ? Problem.of(
                                Code.NEEDS_RECONNECT,
                                Message.of("token/consent-ended").with("at", tokens.expiresAt()))
                        : consentExpires(tokens));
    }

    /** What to say of a consent without a refresh token while its access token lives. */
    static Problem consentExpires(SealedTokens tokens) {
        return Problem.of(Code.CONSENT_EXPIRES, Message.of("token/consent-ends").with("at", tokens.expiresAt()));
    }

    /** What to say where Foxy refuses the tokens that it grants. */
    static Problem refusedTooOften(SealedTokens tokens, Refusals lately) {
        return Problem.of(
                        Code.API_REFUSED,
                        Message.of("token/refused-too-often")
                                .with("count", lately.count())
                                .with("last", Objects.requireNonNull(lately.last())))
                .lasting(null, tokens.obtainedAt().plus(Plan.gap(lately.count())));
    }
}
