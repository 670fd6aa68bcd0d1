package io.foxden.authorization;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.secret.Digest;
import io.foxden.secret.RandomText;
import io.foxden.store.Change;
import io.foxden.store.Entry;
import io.foxden.store.Fields;
import io.foxden.store.Store;
import io.foxden.words.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One-time tickets of 256 bits, kept as fingerprints; redeeming one removes its record first. */
final class Tickets {
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final String RECORDS = "ticket-";
    private static final int NAME_LENGTH = 64;

    private final Store store;
    private final RandomText random;
    private final Clock clock;
    private final Validity validity;

    /** @param nanos the clock that nobody sets */
    Tickets(Store store, RandomText random, Clock clock, LongSupplier nanos) {
        this.store = store;
        this.random = random;
        this.clock = clock;
        this.validity = new Validity(VALID, clock, nanos);
    }

    /** A ticket's value, which is told once. */
    record Issued(String value, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[" + expiresAt + "]";
        }
    }

    Issued issue(Intent intent) {
        String value = random.token();
        Instant expiresAt = clock.instant().plus(VALID);
        Fields content = Fields.none()
                .with("expires_at", expiresAt)
                .withOptional("scope", intent.scope())
                .withOptional("return_to", intent.returnTo());
        store.change(record(value), before -> Change.to(content).withoutTrace());
        validity.begins(record(value));
        return new Issued(value, expiresAt);
    }

    /** @throws OperatorException {@link Code#TICKET_INVALID} for a ticket that is unknown, used or too old */
    Intent redeem(String value) {
        if (store.read(record(value)).isEmpty()) {
            throw invalid(); // whoever guesses does not keep others from writing
        }
        AtomicReference<@Nullable Entry> redeemed = new AtomicReference<>();
        store.change(record(value), before -> {
            redeemed.set(before.orElse(null));
            return Change.erased();
        });
        Entry entry = redeemed.get();
        if (entry == null || validity.isOver(entry, VALID)) {
            throw invalid();
        }
        // Whoever made the ticket wanted a consent, also if one was given meanwhile in another tab.
        return new Intent(
                entry.content().text("scope").orElse(null),
                entry.content().text("return_to").orElse(null),
                true);
    }

    void prune(int most) {
        store.prune(RECORDS, entry -> validity.isOver(entry, VALID), most);
    }

    private static String record(String value) {
        return RECORDS + Digest.sha256(value).substring(0, NAME_LENGTH);
    }

    private static OperatorException invalid() {
        return new OperatorException(Code.TICKET_INVALID, Message.of("authorization/ticket"));
    }
}
