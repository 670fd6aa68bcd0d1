package io.foxden.token;

import io.foxden.event.Events;
import io.foxden.foxy.BearerSource;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.ReconnectException;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.registration.ClientJournal;
import io.foxden.secret.Secret;
import io.foxden.store.AnswersInHand;
import io.foxden.store.Store;

/**
 * A valid access token for whoever calls Foxy. Reading one that is valid takes one volatile read and one look at the
 * clock and allocates nothing. One that works is given out until it ends, whatever a refresh met; only where there is
 * none does a reader wait for Foxy. Safe for many threads.
 */
public final class AccessTokens implements BearerSource {
    private final TokenReader reader;
    private final Refresher refresher;

    private AccessTokens(TokenReader reader, Refresher refresher) {
        this.reader = reader;
        this.refresher = refresher;
    }

    /** The tokens of one connection. */
    public static AccessTokens of(
            Connections connections,
            ClientJournal journals,
            TokenEndpoint endpoint,
            ClientCheck clients,
            Store store,
            AnswersInHand inHand,
            Events events,
            Pace pace) {
        TokenReader reader = new TokenReader(journals, connections, pace);
        Renewal renewal = new Renewal(reader, connections, endpoint, clients, inHand, events, pace);
        return new AccessTokens(reader, new Refresher(connections.key(), reader, renewal, store, inHand, pace));
    }

    /**
     * An access token that is valid now; waits for a refresh only if there is none.
     *
     * @throws OperatorException {@link Code#NOT_INSTALLED}, {@link Code#BAD_SETTING}
     * @throws ReconnectException {@link Code#NOT_CONNECTED}, {@link Code#NEEDS_RECONNECT}
     * @throws RefusedException {@link Code#CLIENT_UNKNOWN}, {@link Code#API_REFUSED}
     * @throws TryLaterException if Foxy does not answer; until the next attempt is due, without asking
     */
    @Override
    public Secret current() {
        Secret token = reader.usable();
        return token == null ? refresher.obtain(Wish.usable()) : token;
    }

    /**
     * A token other than the one that Foxy has just refused; at most one refresh for all who bring the same. Where Foxy
     * refuses one token after the other, the same one for a while, so that nobody besieges it.
     */
    @Override
    public Secret renewed(Secret refused) {
        Secret token = reader.usable();
        return token == null || token.equals(refused) ? refresher.obtain(Wish.otherThan(refused)) : token;
    }

    /**
     * A new access token now, because a person wants it: whatever the present one is worth, and whatever was planned.
     *
     * @throws FoxdenException as {@link #current()}; {@link Code#CONSENT_EXPIRES} if Foxy gave nothing to refresh with
     */
    public void refresh() {
        refresher.obtain(Wish.byPerson());
    }

    /** Looks whether another process changed the connection, and drops what it made invalid. Cheap; never waits. */
    public void watch() {
        reader.watch();
    }

    /** Tokens of a consent just given, to be used although they cannot be written yet. */
    public void take(TokenSet tokens) {
        reader.take(tokens);
    }

    /** The wall clock was set: whatever it says of the token is not to be believed until Foxy was asked. */
    public void clockWasSet() {
        reader.doubt();
    }

    /** Whether a refresh is called for now. Cheap; never waits. */
    public boolean isDue() {
        return refresher.isDue();
    }

    /**
     * Refreshes if it is time to, and otherwise does nothing; for a background thread.
     *
     * @throws FoxdenException as {@link #current()}
     */
    public void keepFresh() {
        reader.watch();
        if (refresher.isDue()) {
            refresher.ahead();
        }
    }
}
