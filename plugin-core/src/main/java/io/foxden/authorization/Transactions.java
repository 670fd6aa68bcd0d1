package io.foxden.authorization;

import io.foxden.authorization.Transaction.Stage;
import io.foxden.problem.Problem;
import io.foxden.secret.Digest;
import io.foxden.secret.RandomText;
import io.foxden.store.Entry;
import io.foxden.store.StaleVersionException;
import io.foxden.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Authorization requests under way, a record each, so that several tabs, several servers and a restart in between work
 * without a server session. A state opens once: going from {@link Stage#OPEN} on is one guarded write.
 */
final class Transactions {
    static final Duration VALID = Duration.ofMinutes(10);
    private static final Duration SHOWN_AFTERWARDS = Duration.ofHours(1);
    private static final String RECORDS = "tx-";
    private static final String COOKIES = "foxden_tx_";
    /** 80 bits of the state's fingerprint: enough that nobody hits on another's. */
    private static final int REFERENCE_LENGTH = 20;

    private final Store store;
    private final RandomText random;
    private final Clock clock;
    private final Pruning pruning;

    Transactions(Store store, RandomText random, Clock clock) {
        this.store = store;
        this.random = random;
        this.clock = clock;
        this.pruning = new Pruning(store, RECORDS);
    }

    /** A new request, with the two values that only the browser will know. */
    record Opened(Transaction transaction, String state, String binding) {
        @Override
        public String toString() {
            return "Opened[" + transaction.reference() + "]";
        }
    }

    Opened open(String clientKey, String scope, @Nullable String returnTo) {
        pruning.prune(clock.instant());
        String state = random.token();
        String binding = random.token();
        Transaction transaction = new Transaction(
                0,
                reference(state),
                Stage.OPEN,
                Digest.sha256(state),
                Digest.sha256(binding),
                clientKey,
                scope,
                returnTo,
                clock.instant().plus(VALID),
                null);
        store.write(record(transaction.reference()), 0, transaction.fields());
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
        Optional<Transaction> found = find(reference(state))
                .filter(tx -> tx.stage() == Stage.OPEN && clock.instant().isBefore(tx.expiresAt()))
                .filter(tx -> same(tx.stateDigest(), Digest.sha256(state)))
                .filter(tx -> isBound(tx, cookies.apply(cookieName(tx))));
        if (found.isEmpty()) {
            return found;
        }
        try {
            return Optional.of(
                    write(found.get().at(Stage.EXCHANGING, null, found.get().expiresAt())));
        } catch (StaleVersionException e) {
            return Optional.empty();
        }
    }

    Transaction finish(Transaction transaction, Stage stage, @Nullable Problem why) {
        return write(transaction.at(stage, why, clock.instant().plus(SHOWN_AFTERWARDS)));
    }

    /** A request that came to an end, or never will. */
    Optional<Transaction> ended(String reference) {
        boolean wellFormed = reference.length() == REFERENCE_LENGTH
                && reference.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        return wellFormed ? find(reference).filter(tx -> tx.stage() != Stage.OPEN) : Optional.empty();
    }

    private Optional<Transaction> find(String reference) {
        return store.read(record(reference))
                .map(entry -> Transaction.read(entry.version(), reference, entry.content()));
    }

    private Transaction write(Transaction transaction) {
        String reference = transaction.reference();
        Entry entry = store.write(record(reference), transaction.version(), transaction.fields());
        return Transaction.read(entry.version(), reference, entry.content());
    }

    private static boolean isBound(Transaction transaction, @Nullable String cookie) {
        return cookie != null && same(transaction.bindingDigest(), Digest.sha256(cookie));
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
