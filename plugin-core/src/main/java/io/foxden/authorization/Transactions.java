package io.foxden.authorization;

import io.foxden.authorization.Transaction.Stage;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.Digest;
import io.foxden.secret.RandomText;
import io.foxden.store.Change;
import io.foxden.store.Entry;
import io.foxden.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Authorization requests under way, a record each, so that several tabs, several servers and a restart in between work
 * without a server session. A state opens once: going from {@link Stage#OPEN} on is one guarded write, of which nothing
 * leads back.
 *
 * <p>No write waits for the disk. A power cut takes a request that is under way with it, and its person begins again.
 * Could it bring back a state whose code was swapped? Not once the tokens are kept: the flush of their folder keeps the
 * names in it, too. Before that, what comes back is a code that Foxy knows as spent.
 */
final class Transactions {
    static final Duration VALID = Duration.ofMinutes(10);
    private static final Duration SHOWN_AFTERWARDS = Duration.ofHours(1);
    /** A swap takes as long as Foxy's code can be good, and a little. */
    private static final Duration SWAPPING = Duration.ofMinutes(10);

    private static final String RECORDS = "tx-";
    private static final String COOKIES = "foxden_tx_";
    /** 80 bits of the state's fingerprint: enough that nobody hits on another's. */
    private static final int REFERENCE_LENGTH = 20;

    private final Store store;
    private final RandomText random;
    private final Clock clock;
    private final Validity validity;
    /** What could not be written yet; it holds for this process at least. */
    private final Map<String, Transaction> inMemory = new ConcurrentHashMap<>();

    /** @param nanos the clock that nobody sets */
    Transactions(Store store, RandomText random, Clock clock, LongSupplier nanos) {
        this.store = store;
        this.random = random;
        this.clock = clock;
        this.validity = new Validity(VALID, clock, nanos);
    }

    /** A new request, with the two values that only the browser will know. */
    record Opened(Transaction transaction, String state, String binding) {
        @Override
        public String toString() {
            return "Opened[" + transaction.reference() + "]";
        }
    }

    Opened open(String clientKey, String scope, @Nullable String returnTo) {
        String state = random.token();
        String binding = random.token();
        Transaction transaction = new Transaction(
                reference(state),
                Stage.OPEN,
                Digest.sha256(state),
                Digest.sha256(binding),
                clientKey,
                scope,
                returnTo,
                clock.instant().plus(VALID),
                null);
        store.change(
                record(transaction.reference()),
                before -> Change.to(transaction.fields()).withoutTrace().soon());
        validity.begins(record(transaction.reference()));
        return new Opened(transaction, state, binding);
    }

    static String cookieName(Transaction transaction) {
        return COOKIES + transaction.reference();
    }

    /**
     * The request that this state opens in this browser, claimed for the caller alone; empty for a state that is
     * unknown, used, too old, or another browser's, in which case nothing changed.
     */
    Optional<Transaction> claim(String state, UnaryOperator<@Nullable String> cookies) {
        Transaction found = find(reference(state))
                .filter(tx -> isOpen(tx) && isOf(tx, state, cookies))
                .orElse(null);
        if (found == null) {
            return Optional.empty();
        }
        Transaction claimed = found.at(Stage.EXCHANGING, null, clock.instant().plus(SWAPPING));
        return isMine(found, claimed) ? Optional.of(claimed) : Optional.empty();
    }

    /** Where nothing can be written just now, the one process claims it; that Foxy takes a code once is the other lock. */
    private boolean isMine(Transaction found, Transaction claimed) {
        boolean[] mine = new boolean[1];
        try {
            store.change(record(found.reference()), before -> {
                mine[0] = before.map(entry -> read(found.reference(), entry))
                        .filter(this::isOpen)
                        .isPresent();
                return mine[0] ? Change.to(claimed.fields()).withoutTrace().soon() : Change.none();
            });
            return mine[0];
        } catch (TryLaterException e) {
            if (e.code() != Code.STORE_UNREACHABLE) {
                throw e;
            }
            return inMemory.putIfAbsent(found.reference(), claimed) == null;
        }
    }

    /** The request that this state opened in this browser before. */
    Optional<Transaction> claimedBefore(String state, UnaryOperator<@Nullable String> cookies) {
        return find(reference(state)).filter(tx -> tx.stage() != Stage.OPEN && isOf(tx, state, cookies));
    }

    /** How the request is at its end; known to this process before it is written. */
    Transaction ended(Transaction transaction, Stage stage, @Nullable Problem why) {
        Transaction ended = transaction.at(stage, why, clock.instant().plus(SHOWN_AFTERWARDS));
        inMemory.put(ended.reference(), ended);
        return ended;
    }

    /** Writes an end, which is for people to read. */
    void write(Transaction ended) {
        store.change(
                record(ended.reference()),
                before -> Change.to(ended.fields()).withoutTrace().soon());
        inMemory.remove(ended.reference());
    }

    /** A request that came to an end, or never will. */
    Optional<Transaction> ended(String reference) {
        boolean wellFormed = reference.length() == REFERENCE_LENGTH
                && reference.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        return wellFormed ? find(reference).filter(tx -> tx.stage() != Stage.OPEN) : Optional.empty();
    }

    void prune(int most) {
        store.prune(RECORDS, entry -> validity.isOver(entry, SHOWN_AFTERWARDS), most);
    }

    private boolean isOpen(Transaction transaction) {
        return transaction.stage() == Stage.OPEN
                && validity.holds(record(transaction.reference()), transaction.expiresAt());
    }

    private Optional<Transaction> find(String reference) {
        return Optional.ofNullable(inMemory.get(reference))
                .or(() -> store.read(record(reference)).map(entry -> read(reference, entry)));
    }

    private static Transaction read(String reference, Entry entry) {
        return Transaction.read(reference, entry.content());
    }

    private static boolean isOf(Transaction transaction, String state, UnaryOperator<@Nullable String> cookies) {
        String cookie = cookies.apply(cookieName(transaction));
        return same(transaction.stateDigest(), Digest.sha256(state))
                && cookie != null
                && same(transaction.bindingDigest(), Digest.sha256(cookie));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    private static String reference(String state) {
        return Digest.sha256(state).substring(0, REFERENCE_LENGTH);
    }

    private static String record(String reference) {
        return RECORDS + reference;
    }
}
