package io.foxden.registration;

import io.foxden.config.ProjectDetails;
import io.foxden.config.SiteAddress;
import io.foxden.foxy.Foxy;
import io.foxden.foxy.Reply;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.registration.CreateClient.Outcome;
import io.foxden.secret.RandomText;
import io.foxden.store.Lease;
import io.foxden.store.Store;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers this installation, once, however often and from wherever it is asked to. The journal says on disk what is
 * about to be asked before it is asked; the secret is sealed on disk before anything else is done with the answer.
 */
public final class Registrar {
    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    private static final int RANDOM_CHARACTERS = 30;
    private static final String LEASE = "registration";
    /** Longer than one registration takes with the slowest answer that is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final ClientJournal journals;
    private final Store store;
    private final Endpoints endpoints;
    private final RandomText random;
    private final Clock clock;

    public Registrar(ClientJournal journals, Store store, Endpoints endpoints, RandomText random, Clock clock) {
        this.journals = journals;
        this.store = store;
        this.endpoints = endpoints;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Makes sure that there is a client for this address.
     *
     * @param prefix the vendor's, put before 30 random alphanumerics (Foxy: distributed integrations)
     * @return whether a client was registered; false if there was one
     * @throws OperatorException {@link Code#ALREADY_INSTALLED} if it is registered with another redirect URI,
     *     {@link Code#DETAILS_MISSING}
     * @throws RefusedException {@link Code#REGISTRATION_REJECTED}: nothing was registered
     * @throws TryLaterException {@link Code#API_UNREACHABLE}: nothing was asked;
     *     {@link Code#REGISTRATION_AMBIGUOUS}: asked, and the answer is not known; {@link Code#LOCKED}
     */
    public boolean install(SiteAddress site, ProjectDetails details, String prefix) {
        try (Lease lease = store.lease(LEASE, PATIENCE)) {
            Journal journal = journals.read();
            if (isInstalled(journal, site.redirectUri())) {
                return false;
            }
            checkComplete(details);
            new Installation(site.redirectUri(), details.parameters(), prefix).run(journal);
            return true;
        }
    }

    /**
     * Whether {@link #install} would ask Foxy; asks nothing and changes nothing.
     *
     * @throws OperatorException as {@link #install} does before it asks
     */
    public boolean wouldAsk(SiteAddress site, ProjectDetails details) {
        if (isInstalled(journals.read(), site.redirectUri())) {
            return false;
        }
        checkComplete(details);
        return true;
    }

    /** Forgets the client, and the secret without trace; the id is kept among the abandoned ones. */
    public void forget() {
        try (Lease lease = store.lease(LEASE, PATIENCE)) {
            Journal journal = journals.read();
            if (journal.client() != null || journal.attempt() != null) {
                journals.writeWithoutTrace(journal.forgotten(clock.instant()));
            }
        }
    }

    private static boolean isInstalled(Journal journal, URI redirectUri) {
        Client client = journal.usableClient();
        if (client == null) {
            return false;
        }
        if (!client.redirectUri().equals(redirectUri)) {
            throw new OperatorException(
                    Code.ALREADY_INSTALLED,
                    "This installation is registered with the redirect URI " + client.redirectUri() + ", not "
                            + redirectUri + ".");
        }
        return true;
    }

    private static void checkComplete(ProjectDetails details) {
        if (!details.missing().isEmpty()) {
            throw new OperatorException(
                    Code.DETAILS_MISSING,
                    "Foxy asks for "
                            + String.join(
                                    ", ",
                                    details.missing().stream()
                                            .map(field -> field.parameter() + " ("
                                                    + field.setting().settingName() + ")")
                                            .toList())
                            + ".");
        }
    }

    /** One installation under the lease: at most two requests, the second with a fresh id. */
    private final class Installation {
        private final URI redirectUri;
        private final Map<String, String> details;
        private final String prefix;
        private final Foxy foxy = endpoints.foxy(null);

        Installation(URI redirectUri, Map<String, String> details, String prefix) {
            this.redirectUri = redirectUri;
            this.details = details;
            this.prefix = prefix;
        }

        void run(Journal journal) {
            CreateClient createClient = new CreateClient(foxy, foxy.link("fx:create_client"));
            Attempt earlier = journal.attempt();
            Attempt attempt = earlier == null ? fresh() : earlier.again(redirectUri, foxy.apiUrl());
            Journal asking = journals.write(journal.asking(attempt));
            Outcome outcome = ask(createClient, attempt);
            if (outcome instanceof Outcome.Refused refused && earlier != null) {
                LOG.warn(
                        "Foxy refused the client id whose first answer was lost ({}): it may exist there, its secret is"
                                + " lost. Trying once with a fresh id.",
                        refused.message());
                Attempt second = fresh();
                asking = journals.write(asking.attemptLost(clock.instant()).asking(second));
                outcome = ask(createClient, second);
            }
            settle(asking, outcome);
        }

        private Attempt fresh() {
            String clientId = prefix + random.alphanumerics(RANDOM_CHARACTERS);
            return new Attempt(journals.sealId(clientId), redirectUri, foxy.apiUrl(), clock.instant(), 1);
        }

        private Outcome ask(CreateClient createClient, Attempt attempt) {
            return createClient.ask(journals.openId(attempt.sealedId()), redirectUri, details);
        }

        private void settle(Journal asking, Outcome outcome) {
            if (outcome instanceof Outcome.Accepted accepted) {
                Attempt attempt = Objects.requireNonNull(asking.attempt());
                Client client =
                        journals.seal(accepted.credentials(), attempt, endpoints.authorizeUrl(null), clock.instant());
                journals.write(asking.registered(client, clock.instant()));
                LOG.info(
                        "Registered at Foxy as client {}.",
                        accepted.credentials().clientId());
            } else if (outcome instanceof Outcome.Refused refused) {
                journals.write(asking.notAsking());
                throw rejected(refused);
            } else if (outcome instanceof Outcome.Unknown unknown) {
                throw unanswered(asking, unknown.unclear());
            }
        }

        private FoxdenException unanswered(Journal asking, Reply.Unclear unclear) {
            if (!unclear.sent()) {
                if (Objects.requireNonNull(asking.attempt()).asked() == 1) {
                    journals.write(asking.notAsking());
                }
                return unclear.exception();
            }
            String detail = "The registration was sent, but " + unclear.what() + "; whether the client exists is not"
                    + " known.";
            Problem problem = Problem.of(Code.REGISTRATION_AMBIGUOUS, detail).withLogref(unclear.logref());
            return new TryLaterException(problem, unclear.retryAfter(), null);
        }

        private static RefusedException rejected(Outcome.Refused refused) {
            Problem problem = Problem.of(
                            Code.REGISTRATION_REJECTED, "Foxy refused the registration: " + refused.message())
                    .withLogref(refused.logref());
            return new RefusedException(problem, refused.status());
        }
    }
}
