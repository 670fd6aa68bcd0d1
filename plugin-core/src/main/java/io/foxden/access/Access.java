package io.foxden.access;

import io.foxden.event.Event;
import io.foxden.event.Events;
import io.foxden.event.SignInBy;
import io.foxden.file.PrivateFolder;
import io.foxden.problem.Code;
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
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who may administer this installation. Kept in the store, so that it outlives restarts and holds for all processes on
 * it at once; of codes and tokens only their hashes are kept, but for the setup code in its file.
 *
 * <p>Safe for many threads. All methods throw what {@link Store} throws where the records cannot be read or written.
 * Guessing is answered here by length alone (100 bits and more); its rate is for the caller to limit.
 */
public final class Access {
    private static final String RECORD = "access";
    private static final int LONGEST_TOKEN = 100;

    private final Store store;
    private final SetupCode setupCode;
    private final @Nullable Secret adminToken;
    private final RandomText random;
    private final Clock clock;
    private final Events events;
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
     * Opens a session for 12 hours to who knows the setup code or a login code, which then is used up, or the admin
     * token. Of two claims at once with the same code, one is heard. Codes may be typed with or without dashes and
     * blanks, in small letters or capitals.
     *
     * @throws OperatorException with {@link Code#CODE_WRONG} if it is none of them, or no longer
     */
    public Session claim(String code) {
        Instant now = clock.instant();
        Session session = new Session(Secret.of(random.token()), now.plus(Facts.SESSION));
        Grant grant = Grant.of(session.token().reveal(), session.expiresAt());
        if (isAdminToken(code.strip())) {
            change(facts -> facts.withSession(grant));
            events.tell(new Event.SignedIn(SignInBy.ADMIN_TOKEN));
        } else {
            String characters = TypedCode.characters(code).orElseThrow(Access::wrong);
            boolean setup = setupCode.matches(characters);
            change(facts ->
                    admitted(facts, setup, Digest.sha256(characters), now).withSession(grant));
            events.tell(new Event.SignedIn(setup ? SignInBy.SETUP_CODE : SignInBy.LOGIN_CODE));
            if (setup) {
                setupCode.delete();
            }
        }
        return session;
    }

    /** Whether this is the token of a session that is open now. */
    public boolean isOpen(String sessionToken) {
        return sessionToken.length() <= LONGEST_TOKEN
                && facts().at(clock.instant()).hasSession(Digest.sha256(sessionToken));
    }

    /** Ends a session; does nothing if it is not open. */
    public void end(String sessionToken) {
        if (isOpen(sessionToken)) {
            String hash = Digest.sha256(sessionToken);
            change(facts -> facts.withoutSession(hash));
            events.tell(new Event.SignedOut());
        }
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
