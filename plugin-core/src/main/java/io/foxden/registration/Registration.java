package io.foxden.registration;

import io.foxden.event.Event;
import io.foxden.event.Events;
import io.foxden.event.Fingerprint;
import io.foxden.foxy.Foxy;
import io.foxden.foxy.Reply;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.registration.CreateClient.Outcome;
import io.foxden.setting.DetailField;
import io.foxden.store.AnswersInHand;
import io.foxden.words.Message;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One registration under the lease: at most two requests, the second with a fresh id. */
final class Registration {
    static final int RANDOM_CHARACTERS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    private final ClientJournal journals;
    private final Endpoints endpoints;
    private final AnswersInHand inHand;
    private final Events events;
    private final Clock clock;
    private final URI redirectUri;
    private final Map<String, String> details;
    private final Supplier<String> freshId;
    private final Foxy foxy;

    Registration(
            ClientJournal journals,
            Endpoints endpoints,
            AnswersInHand inHand,
            Events events,
            Clock clock,
            URI redirectUri,
            Map<String, String> details,
            Supplier<String> freshId) {
        this.journals = journals;
        this.endpoints = endpoints;
        this.inHand = inHand;
        this.events = events;
        this.clock = clock;
        this.redirectUri = redirectUri;
        this.details = details;
        this.freshId = freshId;
        this.foxy = endpoints.foxy(null);
    }

    void run(Journal journal) {
        CreateClient createClient = new CreateClient(foxy);
        createClient.find();
        Attempt earlier = repeatable(journal.attempt());
        Attempt attempt = earlier == null ? fresh() : earlier.again(redirectUri);
        asking(attempt);
        Outcome outcome = ask(createClient, attempt);
        if (outcome instanceof Outcome.Refused refused && earlier != null) {
            LOG.warn(
                    "Foxy refused the client id whose first answer was lost ({}): it may exist there, its secret is"
                            + " lost. Trying once with a fresh id.",
                    refused.message());
            attempt = fresh();
            asking(attempt);
            outcome = ask(createClient, attempt);
        }
        settle(attempt, outcome);
    }

    /** An attempt at another Foxy says nothing about this one; it goes on the list of what may exist there. */
    private @Nullable Attempt repeatable(@Nullable Attempt attempt) {
        return attempt != null && endpoints.isOf(attempt.apiUrl()) ? attempt : null;
    }

    /** Sets down what is about to be asked; what was asked with another id may have made a client that nobody knows. */
    private void asking(Attempt attempt) {
        journals.change(journal -> {
            Attempt before = journal.attempt();
            boolean other = before != null && !before.id().equals(attempt.id());
            Journal next = other ? journals.attemptGivenUp(journal, Abandoned.Reason.ANSWER_LOST) : journal;
            return next.asking(attempt);
        });
    }

    private Attempt fresh() {
        return new Attempt(journals.sealAttempt(freshId.get()), redirectUri, foxy.apiUrl(), clock.instant(), 1);
    }

    private Outcome ask(CreateClient createClient, Attempt attempt) {
        return createClient.ask(journals.openId(attempt.id()), redirectUri, details);
    }

    private void settle(Attempt attempt, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            // Told once: of a version before it, without the secret, there would be no way back.
            inHand.write(
                    () -> journals.changeWithoutTrace(journal -> registered(journal, attempt, accepted.credentials())));
            events.tell(
                    new Event.Registered(Fingerprint.of(accepted.credentials().clientId())));
        } else if (outcome instanceof Outcome.Refused refused) {
            notAsking(attempt);
            events.tell(new Event.RegistrationRefused(Code.REGISTRATION_REJECTED, refused.logref()));
            throw rejected(refused);
        } else if (outcome instanceof Outcome.Unknown unknown) {
            throw unanswered(attempt, unknown.unclear());
        }
    }

    /** Into its slot, whatever else was changed meanwhile: the secret is told once. */
    private Journal registered(Journal journal, Attempt attempt, ClientCredentials credentials) {
        Slot slot = journal.nextSlot();
        Journal free = journals.givenUp(journal, slot, Abandoned.Reason.REFUSED);
        Client client = journals.seal(slot, credentials, attempt, endpoints, clock.instant());
        return withoutAttempt(free, attempt).with(client);
    }

    private void notAsking(Attempt attempt) {
        journals.change(journal -> withoutAttempt(journal, attempt));
    }

    private static Journal withoutAttempt(Journal journal, Attempt attempt) {
        Attempt standing = journal.attempt();
        return standing != null && standing.id().equals(attempt.id()) ? journal.asking(null) : journal;
    }

    private FoxdenException unanswered(Attempt attempt, Reply.Unclear unclear) {
        if (!unclear.sent()) {
            if (attempt.asked() == 1) {
                notAsking(attempt);
            }
            return unclear.exception();
        }
        Message what = Message.of("registration/unanswered").with("answer", unclear.sentence());
        Problem problem = Problem.of(Code.REGISTRATION_AMBIGUOUS, what).withLogref(unclear.logref());
        return new TryLaterException(problem, unclear.retryAfter(), null);
    }

    private static RefusedException rejected(Outcome.Refused refused) {
        Message what = Message.of("registration/rejected").with("words", refused.message());
        Problem problem = Problem.of(Code.REGISTRATION_REJECTED, what)
                .withLogref(refused.logref())
                .withFields(namedIn(refused.message()));
        return new RefusedException(problem, refused.status());
    }

    /** The parameters that stand in Foxy's message under the names they were sent with. */
    private static List<String> namedIn(String message) {
        return Arrays.stream(DetailField.values())
                .map(DetailField::parameter)
                .filter(name ->
                        Pattern.compile("\\b" + name + "\\b").matcher(message).find())
                .toList();
    }
}
