package io.foxden.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A store that is looked at: reading works, and whatever would write or lock is a defect of who asked for it. */
record LookingStore(Store store) implements Store {
    @Override
    public Optional<Entry> read(String name) {
        return store.read(name);
    }

    @Override
    public Optional<Entry> change(String name, Function<Optional<Entry>, Change> decide) {
        Optional<Entry> now = read(name);
        if (decide.apply(now) instanceof Change.Keep) {
            return now;
        }
        throw refused();
    }

    @Override
    public Optional<Entry> change(String name, Lease lease, Function<Optional<Entry>, Change> decide) {
        return change(name, decide);
    }

    @Override
    public void discard(String name) {
        throw refused();
    }

    /** Nothing is over for who only looks. */
    @Override
    public int prune(String prefix, Predicate<Entry> over, int most) {
        return 0;
    }

    /** Who only looks tells nobody. */
    @Override
    public void whenDamaged(Consumer<String> listener) {}

    @Override
    public void append(String log, Fields line) {
        throw refused();
    }

    @Override
    public List<Fields> newest(String log, int most) {
        return store.newest(log, most);
    }

    @Override
    public List<String> names(String prefix) {
        return store.names(prefix);
    }

    @Override
    public long revision(String name) {
        return store.revision(name);
    }

    @Override
    public Lease lease(String name, Duration wait, Duration longest) {
        throw refused();
    }

    @Override
    public Duration oldestLease() {
        return Duration.ZERO;
    }

    @Override
    public void close() {
        store.close();
    }

    private static IllegalStateException refused() {
        return new IllegalStateException("The store was opened for looking only");
    }
}
