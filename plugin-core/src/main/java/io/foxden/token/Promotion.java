package io.foxden.token;

import io.foxden.event.Event;
import io.foxden.event.Events;
import io.foxden.event.Fingerprint;
import io.foxden.foxy.Reply;
import io.foxden.http.HttpRequest;
import io.foxden.problem.FoxdenException;
import io.foxden.registration.Client;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Endpoints;
import io.foxden.registration.Journal;
import io.foxden.secret.Secret;
import io.foxden.store.AnswersInHand;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a candidate in the place of the client in use, once it is connected and has made one good call. Until then
 * nothing is taken away from the one in use. Safe for many threads.
 */
public final class Promotion {
    private static final Logger LOG = LoggerFactory.getLogger(Promotion.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final ClientJournal journals;
    private final Connections connections;
    private final Endpoints endpoints;
    private final TokenEndpoint endpoint;
    private final AnswersInHand inHand;
    private final Events events;
    private final Pace pace;
    private long notBefore = Long.MIN_VALUE;
    private Duration pause = FIRST_PAUSE;

    public Promotion(
            ClientJournal journals,
            Connections connections,
            Endpoints endpoints,
            TokenEndpoint endpoint,
            AnswersInHand inHand,
            Events events,
            Pace pace) {
        this.journals = journals;
        this.connections = connections;
        this.endpoints = endpoints;
        this.endpoint = endpoint;
        this.inHand = inHand;
        this.events = events;
        this.pace = pace;
    }

    /** Whether a candidate is connected and waits for its good call, and it is time to try. Cheap; never waits. */
    public synchronized boolean isDue() {
        boolean time = notBefore == Long.MIN_VALUE || pace.ticks() - notBefore >= 0;
        return time && connected(journals.read().candidate()).isPresent();
    }

    /**
     * Tries now.
     *
     * @return whether there is no connected candidate any more
     */
    public synchronized boolean attempt() {
        Journal journal = journals.read();
        Client candidate = journal.candidate();
        Optional<Connection> connection = connected(candidate);
        if (candidate == null || connection.isEmpty()) {
            return true;
        }
        if (worked(candidate, connection.get()) || isNothingToLose(journal)) {
            promote(candidate);
            return true;
        }
        notBefore = pace.ticks() + pause.toNanos();
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        return false;
    }

    private void promote(Client candidate) {
        Fingerprint promoted = fingerprint(candidate);
        Optional<Client> former = journals.promote(candidate.key());
        former.ifPresent(connections::forget);
        events.tell(new Event.Promoted(promoted, former.map(this::fingerprint).orElse(null)));
        notBefore = Long.MIN_VALUE;
        pause = FIRST_PAUSE;
    }

    private Fingerprint fingerprint(Client client) {
        return Fingerprint.of(journals.openId(client.id()));
    }

    private Optional<Connection> connected(@Nullable Client candidate) {
        return connections.of(candidate).filter(found -> !found.givenUp());
    }

    /** The client in use has no token that works, so waiting for a good call would keep everybody out. */
    private boolean isNothingToLose(Journal journal) {
        return connections
                .of(journal.current())
                .map(Connection::tokens)
                .filter(tokens -> !tokens.expired(pace.now()))
                .isEmpty();
    }

    private boolean worked(Client candidate, Connection connection) {
        try {
            Secret token = token(candidate, connection);
            HttpRequest home = HttpRequest.get(endpoints.apiUrl(candidate)).withBearer(token);
            return endpoints.foxy(candidate).send(home) instanceof Reply.Done;
        } catch (FoxdenException e) {
            LOG.info(
                    "The new client is connected, and could not be tried yet: {}",
                    e.problem().detail());
            return false;
        }
    }

    private Secret token(Client candidate, Connection connection) {
        SealedTokens tokens = connection.tokens();
        Optional<Secret> refreshToken = connections.refreshToken(connection);
        boolean good = tokens != null && !tokens.expired(pace.now());
        if (!good && refreshToken.isPresent()) {
            TokenReply reply = endpoint.refresh(candidate, refreshToken.get());
            if (reply instanceof TokenReply.Granted granted) {
                Instant now = pace.now();
                inHand.write(() -> connections.refreshed(connection, granted.tokens(), Refusals.NONE, now));
                return granted.tokens().accessToken();
            }
        }
        return connections.accessToken(connection).orElseThrow();
    }
}
