package io.foxden.authorization;

import io.foxden.problem.OperatorException;
import io.foxden.store.Entry;
import io.foxden.store.StaleVersionException;
import io.foxden.store.Store;
import java.time.Instant;
import java.util.Optional;

/** Removes the records of one kind that are too old to be of use, each by its field {@code expires_at}. */
final class Pruning {
    private static final String EXPIRES_AT = "expires_at";

    private final Store store;
    private final String prefix;

    Pruning(Store store, String prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    void prune(Instant now) {
        for (String name : store.names(prefix)) {
            readable(name).filter(entry -> isExpired(entry, now)).ifPresent(entry -> erase(name, entry.version()));
        }
    }

    static boolean isExpired(Entry entry, Instant now) {
        return !entry.content().instant(EXPIRES_AT).orElse(Instant.EPOCH).isAfter(now);
    }

    /** A record that cannot be read is left to the doctor: it must not keep others from connecting. */
    private Optional<Entry> readable(String name) {
        try {
            return store.read(name);
        } catch (OperatorException e) {
            return Optional.empty();
        }
    }

    private void erase(String name, long version) {
        try {
            store.erase(name, version);
        } catch (StaleVersionException e) {
            // Somebody else is at work on it; the next pruning looks again.
        }
    }
}
