package io.foxden.token;

import io.foxden.problem.Problem;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One store (or user) that said yes to one client of ours.
 *
 * @param record the record it was read from, which is a part of what its tokens are sealed for
 * @param clientKey whose it is: {@link io.foxden.registration.Client#key()}
 * @param tokens null where it was given up here on purpose
 * @param failing null while refreshing works
 */
public record Connection(
        String record,
        String clientKey,
        Consent consent,
        @Nullable SealedTokens tokens,
        @Nullable Failing failing) {

    /** What is to be made of it at some moment. */
    public enum State {
        CONNECTED,
        /** Foxy refuses it, or it cannot be renewed, and its access token has ended. */
        BROKEN,
        /** Given up here on purpose. */
        DISCONNECTED
    }

    public State state(Instant now) {
        if (tokens == null) {
            return State.DISCONNECTED;
        }
        boolean lost = !tokens.refreshable() || (failing != null && failing.refuses());
        return lost && tokens.expired(now) ? State.BROKEN : State.CONNECTED;
    }

    /** What is wrong with it, or soon will be; null while all is well. */
    public @Nullable Problem trouble(Instant now) {
        if (tokens == null) {
            return null;
        }
        if (failing != null) {
            return failing.lasting();
        }
        if (!tokens.refreshable()) {
            return Renewal.consentExpires(tokens);
        }
        Refusals lately = tokens.refusals().at(now);
        return lately.count() > 1 ? Renewal.refusedTooOften(tokens, lately) : null;
    }

    public boolean givenUp() {
        return tokens == null;
    }

    /** Whether that is the same consent, with the same refresh token, so that what Foxy said of the one holds for the other. */
    boolean isAsked(Connection asked) {
        SealedTokens mine = tokens;
        SealedTokens others = asked.tokens;
        return consent.grant().equals(asked.consent.grant())
                && mine != null
                && others != null
                && Objects.equals(mine.refreshToken(), others.refreshToken());
    }

    Connection with(@Nullable Failing trouble) {
        return new Connection(record, clientKey, consent, tokens, trouble);
    }

    Connection with(Consent granted, SealedTokens fresh) {
        return new Connection(record, clientKey, granted, fresh, null);
    }

    Connection named(Consent named) {
        return new Connection(record, clientKey, named, tokens, failing);
    }

    Connection disconnected() {
        return new Connection(record, clientKey, consent.named(null, null), null, null);
    }
}
