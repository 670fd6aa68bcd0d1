package io.foxden.registration;

import io.foxden.event.Events;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.RandomText;
import io.foxden.setting.DetailField;
import io.foxden.setting.ProjectDetails;
import io.foxden.setting.SiteAddress;
import io.foxden.store.AnswersInHand;
import io.foxden.store.Lease;
import io.foxden.store.Store;
import io.foxden.words.Message;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Registers this installation, once, however often and from wherever it is asked to. The journal says on disk what is
 * about to be asked before it is asked; the secret is sealed on disk before anything else is done with the answer. While
 * there is a client in use, even one that Foxy refuses, a new one is a candidate for its place and takes nothing away.
 */
public final class Registrar {
    private static final String LEASE = "registration";
    /** The home, two requests with their second chances. */
    private static final int CALLS = 7;

    private final ClientJournal journals;
    private final Store store;
    private final Endpoints endpoints;
    private final AnswersInHand inHand;
    private final Events events;
    private final RandomText random;
    private final Clock clock;
    private final Duration longest;

    /** @param oneCall how long one request to Foxy takes at the most */
    public Registrar(
            ClientJournal journals,
            Store store,
            Endpoints endpoints,
            AnswersInHand inHand,
            Events events,
            RandomText random,
            Clock clock,
            Duration oneCall) {
        this.journals = journals;
        this.store = store;
        this.endpoints = endpoints;
        this.inHand = inHand;
        this.events = events;
        this.random = random;
        this.clock = clock;
        this.longest = oneCall.multipliedBy(CALLS);
    }

    /**
     * Makes sure that there is a client for this address which Foxy has not refused.
     *
     * @param prefix the vendor's, put before 30 random alphanumerics (Foxy: distributed integrations)
     * @return whether a client was registered; false if there was one
     * @throws OperatorException {@link Code#ALREADY_INSTALLED} if it is registered with another redirect URI,
     *     {@link Code#DETAILS_MISSING}, {@link Code#BAD_SETTING} if it is another Foxy's
     * @throws RefusedException {@link Code#REGISTRATION_REJECTED}: nothing was registered
     * @throws TryLaterException {@link Code#API_UNREACHABLE}: nothing was asked;
     *     {@link Code#REGISTRATION_AMBIGUOUS}: asked, and the answer is not known; {@link Code#LOCKED};
     *     {@link Code#STORE_UNREACHABLE}: registered, and the answer could not be written yet
     */
    public boolean install(SiteAddress site, ProjectDetails details, String prefix) {
        checkAllWritten();
        try (Lease lease = store.lease(LEASE, longest, longest);
                AnswersInHand.Expected answer = inHand.expect()) {
            Journal journal = journals.read();
            if (isInstalled(journal, site.redirectUri())) {
                return false;
            }
            checkComplete(details);
            new Registration(
                            journals,
                            endpoints,
                            inHand,
                            events,
                            clock,
                            site.redirectUri(),
                            details.parameters(),
                            () -> prefix + random.alphanumerics(Registration.RANDOM_CHARACTERS))
                    .run(journal);
            checkAllWritten();
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

    /** Forgets all clients, and their secrets without trace; the ids are kept among the abandoned ones. */
    public void forget() {
        try (Lease lease = store.lease(LEASE, longest, longest)) {
            journals.changeWithoutTrace(journal -> {
                Journal next = journals.attemptGivenUp(journal, Abandoned.Reason.ANSWER_LOST);
                next = journals.givenUp(next, Slot.CANDIDATE, Abandoned.Reason.RESET);
                return journals.givenUp(next, Slot.CURRENT, Abandoned.Reason.RESET);
            });
        }
    }

    /** To ask again while a secret waits in memory would make a second client. */
    private void checkAllWritten() {
        if (!inHand.settle()) {
            Problem why = inHand.problem().orElseThrow();
            throw new TryLaterException(
                    Problem.of(
                                    Code.STORE_UNREACHABLE,
                                    Message.of("registration/unwritten").with("why", why.what()))
                            .withNext(
                                    Message.sentences(List.of(Message.of("registration/unwritten.next"), why.next()))),
                    null,
                    null);
        }
    }

    private boolean isInstalled(Journal journal, URI redirectUri) {
        Client client = journal.newest();
        if (client == null || client.refused()) {
            return false;
        }
        endpoints.apiUrl(client);
        if (!client.redirectUri().equals(redirectUri)) {
            throw new OperatorException(
                    Code.ALREADY_INSTALLED,
                    Message.of("registration/other-address")
                            .with("registered", client.redirectUri())
                            .with("wanted", redirectUri));
        }
        return true;
    }

    private static void checkComplete(ProjectDetails details) {
        List<DetailField> missing = details.missing();
        if (!missing.isEmpty()) {
            List<String> names = missing.stream()
                    .map(field -> field.parameter() + " (" + field.setting().settingName() + ")")
                    .toList();
            Message what = Message.of("registration/missing").with("fields", names);
            throw new OperatorException(Problem.of(Code.DETAILS_MISSING, what)
                    .withFields(missing.stream().map(DetailField::parameter).toList()));
        }
    }
}
