package io.foxden.token;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.ReconnectException;
import io.foxden.registration.Client;
import io.foxden.registration.ClientJournal;
import io.foxden.secret.Secret;
import io.foxden.token.Held.Mark;
import io.foxden.words.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is read: the access token in memory, and where it comes from on disk. Never asks Foxy and never waits for anybody.
 * Safe for many threads.
 */
final class TokenReader {
    private static final Logger LOG = LoggerFactory.getLogger(TokenReader.class);

    private static final Mark UNKNOWN = new Mark(-1, -1);
    private static final Duration A_MOMENT = Duration.ofMinutes(1);
    /** With the beat at work, the records were looked at more lately than that. */
    private static final Duration UNDER_WATCH = Duration.ofSeconds(10);
    /** Whoever meets tokens of another clock again so soon lives beside somebody whose clock is another. */
    private static final Duration NOT_AGAIN_IN = Duration.ofHours(2);

    private final ClientJournal journals;
    private final Connections connections;
    private final Pace pace;

    private volatile @Nullable Held held;
    /** The state of the records in which there is no connection to use, so that an idle second costs two looks at files. */
    private volatile @Nullable Mark nothingAt;
    /** When the records were last seen to be those of the token in memory. */
    private volatile @Nullable Long seenAt;

    private volatile @Nullable Long doubtedAt;

    TokenReader(ClientJournal journals, Connections connections, Pace pace) {
        this.journals = journals;
        this.connections = connections;
        this.pace = pace;
    }

    /** The client and the connection in use. */
    record InUse(Client client, Connection connection, Mark mark) {}

    /** The token in memory, if it can be used; allocates nothing. */
    @Nullable
    Secret usable() {
        Held now = held;
        return now != null && now.usable(pace.ticks()) && !now.doubtful() ? now.token() : null;
    }

    /**
     * What is in use now, by the records.
     *
     * @throws OperatorException {@link Code#NOT_INSTALLED}
     * @throws ReconnectException {@link Code#NOT_CONNECTED}
     */
    InUse inUse() {
        long journal = journals.revision();
        Client client = journals.read().current();
        if (client == null) {
            throw new OperatorException(Code.NOT_INSTALLED, Message.of("token/no-client"));
        }
        Mark mark = new Mark(journal, connections.revision(client));
        Connection connection = connections
                .of(client)
                .filter(found -> !found.givenUp())
                .orElseThrow(() -> new ReconnectException(Code.NOT_CONNECTED, Message.of("token/no-consent")));
        return new InUse(client, connection, mark);
    }

    /** The token of what is in use, into memory; the one in memory where that is it. */
    Held hold(InUse inUse) {
        SealedTokens tokens = Objects.requireNonNull(inUse.connection().tokens());
        Held now = held;
        if (now != null && now.mark().equals(inUse.mark())) {
            return now;
        }
        Held next =
                now != null && now.sealed().equals(tokens.accessToken()) ? now.at(inUse.mark()) : opened(inUse, tokens);
        held = next;
        return next;
    }

    private Held opened(InUse inUse, SealedTokens tokens) {
        Held read = opened(inUse, tokens, tokens.obtainedAt());
        if (!read.doubtful()) {
            return read;
        }
        boolean again = isYounger(doubtedAt, NOT_AGAIN_IN);
        doubtedAt = pace.ticks();
        return again ? cameUnderWatch(inUse, tokens).orElse(read) : read;
    }

    private Held opened(InUse inUse, SealedTokens tokens, Instant obtainedAt) {
        return Held.of(
                connections.accessToken(inUse.connection()).orElseThrow(),
                tokens.accessToken(),
                inUse.mark(),
                obtainedAt,
                obtainedAt.plus(Duration.between(tokens.obtainedAt(), tokens.expiresAt())),
                pace.now(),
                pace.ticks(),
                pace.random());
    }

    /**
     * A token that another process obtained by another clock than ours, dated by when it was seen to come: two processes
     * whose clocks differ would else replace each other's tokens for ever.
     */
    private Optional<Held> cameUnderWatch(InUse inUse, SealedTokens tokens) {
        @Nullable Long seen = seenAt;
        return seen == null || !isYounger(seen, UNDER_WATCH)
                ? Optional.empty()
                : Optional.of(opened(inUse, tokens, pace.now().minusNanos(pace.ticks() - seen)));
    }

    private boolean isYounger(@Nullable Long then, Duration age) {
        return then != null && pace.ticks() - then < age.toNanos();
    }

    /** A token that Foxy just granted and that is not written yet, in place of the one read in that state of the records. */
    Held hold(TokenSet tokens, Mark mark) {
        Instant now = pace.now();
        Held next = Held.of(
                tokens.accessToken(), "", mark, now, now.plus(tokens.lifetime()), now, pace.ticks(), pace.random());
        held = next;
        return next;
    }

    /** Tokens of a new consent, not written yet; until they are, the records say what they said. */
    void take(TokenSet tokens) {
        try {
            hold(tokens, mark());
        } catch (FoxdenException e) {
            LOG.debug("The records cannot be looked at just now", e);
            hold(tokens, UNKNOWN);
        }
    }

    /** The token in memory, if the records are as they were when it was read; null otherwise. */
    @Nullable
    Held standing() {
        Held now = held;
        return now != null && now.mark().equals(mark()) ? now : null;
    }

    /** What has to be kept fresh, from memory or from disk; null where there is nothing. */
    @Nullable
    Held toKeepFresh() {
        Held now = held;
        if (now != null) {
            return now;
        }
        Mark mark = mark();
        if (mark.equals(nothingAt)) {
            return null;
        }
        try {
            return hold(inUse());
        } catch (OperatorException | ReconnectException e) {
            if (e.code() != Code.NOT_INSTALLED && e.code() != Code.NOT_CONNECTED) {
                throw e;
            }
            nothingAt = mark;
            return null;
        }
    }

    /** Looks what the records say by now, and drops the token in memory where that is another or none. */
    void watch() {
        Held now = held;
        try {
            long looked = pace.ticks();
            if (now != null && !now.mark().equals(mark())) {
                hold(inUse());
            }
            seenAt = looked;
        } catch (OperatorException | ReconnectException e) {
            held = null;
        } catch (FoxdenException e) {
            // That the records cannot be read just now is no change of them.
            LOG.debug("The token in memory stays", e);
        }
    }

    /**
     * The wall clock was set: what it says of the token is not to be believed, and Foxy will say better. Unless somebody
     * has asked it under the new clock already.
     */
    void doubt() {
        watch();
        Held now = held;
        if (now != null && !wasObtainedJustNow()) {
            held = now.dueAt(pace.ticks());
        }
    }

    private boolean wasObtainedJustNow() {
        try {
            Instant obtainedAt =
                    Objects.requireNonNull(inUse().connection().tokens()).obtainedAt();
            return Duration.between(obtainedAt, pace.now()).abs().compareTo(A_MOMENT) < 0;
        } catch (FoxdenException e) {
            LOG.debug("When the token was obtained cannot be read just now", e);
            return false;
        }
    }

    void drop() {
        held = null;
    }

    private Mark mark() {
        long journal = journals.revision();
        Client client = journals.read().current();
        return new Mark(journal, client == null ? 0 : connections.revision(client));
    }
}
