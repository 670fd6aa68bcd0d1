package io.foxden.access;

import io.foxden.event.Event;
import io.foxden.event.Events;
import io.foxden.event.SignInBy;
import io.foxden.file.PrivateFolder;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.secret.Digest;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import io.foxden.store.Change;
import io.foxden.store.Entry;
import io.foxden.store.Fields;
import io.foxden.store.Store;
import io.foxden.words.Message;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may administer this installation. Kept in the store, so that it outlives restarts and holds for all processes on
 * it at once; of codes and tokens only their hashes are kept, but for the setup code in its file.
 *
 * <p>Safe for many threads. All methods throw what {@link Store} throws where the records cannot be read or written.
 * Guessing is answered here by length alone (100 bits and more).
 */
public final class Access {
    private static final String RECORD = "access";
    private static final int LONGEST_TOKEN = 100;
    private static final Duration NOTED_EACH = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    private final Store store;
    private final SetupCode setupCode;
    private final @Nullable Secret adminToken;
    private final RandomText random;
    private final Clock clock;
    private final Events events;
    /** Set where it could not be written that a session is used. */
    private volatile Instant notedNext = Instant.MIN;

    private volatile FactsAt seen = new FactsAt(0, Facts.read(Fields.none()));

    /** @param adminToken {@code foxden.admin.token}, where that is set */
    public Access(
            Store store,
            PrivateFolder home,
            Optional<Secret> adminToken,
            RandomText random,
            Clock clock,
            Events events) {
        this.store = store;
        this.setupCode = new SetupCode(home);
        this.adminToken = adminToken.orElse(null);
        this.random = random;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Makes sure that somebody can get in: while the setup code was not used, its file is there, and made anew where
     * somebody deleted it. Once it was used, a file that a crash left behind is deleted.
     */
    public void prepare() {
        if (!facts().claimed()) {
            setupCode.make(random);
        }
        if (facts().claimed()) { // asked again: somebody may have used it while it was being made
            setupCode.delete();
        }
    }

    /** The file with the setup code, while that opens the page. */
    public Optional<Path> setupCodeFile() {
        return facts().claimed() || !setupCode.exists() ? Optional.empty() : Optional.of(setupCode.path());
    }

    /**
     * Opens a session to who knows the setup code or a login code, which then is used up, or the admin token: for 12 hours,
     * and not longer than 2 hours after its last use. Of two claims at once with the same code, one is heard. Codes may be
     * typed with or without dashes and blanks, in small letters or capitals. What is wrong is refused by looking alone, so
     * that whoever guesses keeps nobody from writing.
     *
     * @throws OperatorException with {@link Code#CODE_WRONG} if it is none of them, or no longer
     */
    public Session claim(String code) {
        Instant now = clock.instant();
        Session session = new Session(Secret.of(random.token()), now.plus(Facts.SESSION));
        String typed = code.strip();
        if (isAdminToken(typed)) {
            Grant grant = grant(byAdminToken(session.token().reveal(), typed), session);
            change(facts -> facts.withSession(grant));
            events.tell(new Event.SignedIn(SignInBy.ADMIN_TOKEN));
        } else {
            String characters = TypedCode.characters(code).orElseThrow(Access::wrong);
            boolean setup = !facts().claimed() && setupCode.matches(characters);
            String hash = Digest.sha256(characters);
            admitted(facts().at(now), setup, hash, now);
            Grant grant = grant(session.token().reveal(), session);
            change(facts -> admitted(facts, setup, hash, now).withSession(grant));
            events.tell(new Event.SignedIn(setup ? SignInBy.SETUP_CODE : SignInBy.LOGIN_CODE));
            if (setup) {
                setupCode.delete();
            }
        }
        return session;
    }

    private Grant grant(String text, Session session) {
        return Grant.of(text, session.expiresAt(), clock.instant().plus(Facts.IDLE));
    }

    /** What a session that the admin token opened is known by, so that it ends with that token. */
    private static String byAdminToken(String sessionToken, String adminToken) {
        return sessionToken + "\n" + adminToken;
    }

    /** Whether this is the token of a session that is open now; that it was used is remembered. */
    public boolean isOpen(String sessionToken) {
        Instant now = clock.instant();
        Optional<Grant> session = session(sessionToken, now);
        session.filter(open -> isUsedAnew(open, now) && !now.isBefore(notedNext))
                .ifPresent(open -> use(open, now));
        return session.isPresent();
    }

    private Optional<Grant> session(String sessionToken, Instant now) {
        return sessionToken.length() > LONGEST_TOKEN
                ? Optional.empty()
                : facts().at(now).session(names(sessionToken));
    }

    private List<String> names(String sessionToken) {
        String byCode = Digest.sha256(sessionToken);
        return adminToken == null
                ? List.of(byCode)
                : List.of(byCode, Digest.sha256(byAdminToken(sessionToken, adminToken.reveal())));
    }

    /** Not with every request: each is a write. */
    private static boolean isUsedAnew(Grant session, Instant now) {
        return session.idleAt().isBefore(now.plus(Facts.IDLE).minus(NOTED_EACH));
    }

    /** The session is open all the same where that cannot be written just now; nor is each request to wait for it. */
    private void use(Grant session, Instant now) {
        try {
            change(facts -> facts.withSessionUsed(session, now.plus(Facts.IDLE)));
        } catch (FoxdenException e) {
            notedNext = now.plus(NOTED_EACH);
            LOG.debug("That a session was used cannot be written", e);
        }
    }

    /** Ends a session; does nothing if it is not open. */
    public void end(String sessionToken) {
        session(sessionToken, clock.instant()).ifPresent(session -> {
            change(facts -> facts.withoutSession(session.sha256()));
            events.tell(new Event.SignedOut());
        });
    }

    /**
     * Ends every session, and every login code that was not used yet. The setup code stays while it was not used.
     *
     * @return whether there were any
     */
    public boolean endAll() {
        return endAllBut("");
    }

    /**
     * The same, but for one session.
     *
     * @param sessionToken of that one; empty where there is none
     * @return whether there were any others
     */
    public boolean endAllBut(String sessionToken) {
        List<String> kept = names(sessionToken);
        Facts now = facts();
        if (now.equals(now.withSessionsOf(kept))) {
            return false;
        }
        change(facts -> facts.withSessionsOf(kept));
        events.tell(new Event.AllSignedOut());
        return true;
    }

    /** A new code that opens one session within 10 minutes. */
    public LoginCode loginCode() {
        LoginCode code = new LoginCode(TypedCode.random(random), clock.instant().plus(Facts.LOGIN_CODE));
        String characters = TypedCode.characters(code.code()).orElseThrow();
        change(facts -> facts.withLoginCode(Grant.of(characters, code.expiresAt())));
        return code;
    }

    /** Whether this is {@code foxden.admin.token}; in constant time, and never where that is not set. */
    public boolean isAdminToken(String candidate) {
        return adminToken != null && adminToken.matches(candidate);
    }

    /** The facts after the code was used up. */
    private static Facts admitted(Facts facts, boolean setup, String hash, Instant now) {
        if (setup && !facts.claimed()) {
            return facts.claimed(now);
        }
        if (facts.hasLoginCode(hash)) {
            return facts.withoutLoginCode(hash);
        }
        throw wrong();
    }

    private static OperatorException wrong() {
        return new OperatorException(Code.CODE_WRONG, Message.of("access/code-wrong"));
    }

    /**
     * Ends what was given under a clock that was set since: that must not come back when the clock does. To be called
     * now and then; changes nothing where there is no such thing.
     */
    public void tidy() {
        Facts facts = facts();
        if (!facts.at(clock.instant()).equals(facts)) {
            change(UnaryOperator.identity());
        }
    }

    /** No earlier content is kept: a code that was used, or a session that was ended, must not come back with it. */
    private void change(UnaryOperator<Facts> change) {
        Instant now = clock.instant();
        store.change(RECORD, before -> {
            Fields fields = before.map(Entry::content).orElse(Fields.none());
            return Change.to(change.apply(Facts.read(fields).at(now)).in(fields))
                    .withoutTrace();
        });
    }

    /** Read again only when the record was changed, here or by another process. */
    private Facts facts() {
        long revision = store.revision(RECORD);
        FactsAt last = seen;
        if (last.revision() != revision) {
            Fields fields = store.read(RECORD).map(Entry::content).orElse(Fields.none());
            last = new FactsAt(revision, Facts.read(fields));
            seen = last;
        }
        return last.facts();
    }

    /** @param revision of the record, from before the facts were read: newer facts are then read once more, not missed */
    private record FactsAt(long revision, Facts facts) {}
}
