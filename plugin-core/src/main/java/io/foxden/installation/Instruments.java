package io.foxden.installation;

import io.foxden.ConnectionStatus;
import io.foxden.event.Counts;
import io.foxden.meter.Readings;
import io.foxden.meter.RefreshOutcome;
import io.foxden.registration.Abandoned;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Journal;
import io.foxden.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads off what can be measured: from the records, so that all processes on a home say the same, but for the counts. */
final class Instruments implements Readings {
    private static final double NANOS = 1e9;

    private final Path home;
    private final StatusReader status;
    private final ClientJournal journals;
    private final Store store;
    private final Counts counts;
    private final Clock clock;

    Instruments(Path home, StatusReader status, ClientJournal journals, Store store, Counts counts, Clock clock) {
        this.home = home;
        this.status = status;
        this.journals = journals;
        this.store = store;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public String home() {
        return home.toString();
    }

    @Override
    public double secondsToExpiry() {
        return -age(ConnectionStatus::accessTokenExpiresAt);
    }

    @Override
    public double secondsSinceSuccess() {
        return age(ConnectionStatus::refreshedAt);
    }

    @Override
    public double secondsOfLease() {
        return readable(() -> seconds(store.oldestLease()));
    }

    @Override
    public double unconfirmedRegistrations() {
        return readable(() -> unconfirmed(journals.read()));
    }

    @Override
    public long refreshes(RefreshOutcome outcome) {
        return counts.refreshes(outcome);
    }

    private double age(Function<ConnectionStatus, Instant> when) {
        ConnectionStatus connection = status.read().connection();
        return connection == null ? Double.NaN : seconds(Duration.between(when.apply(connection), clock.instant()));
    }

    private static double unconfirmed(Journal journal) {
        long lost = journal.abandoned().stream()
                .filter(id -> id.reason() == Abandoned.Reason.ANSWER_LOST)
                .count();
        return lost + (journal.attempt() == null ? 0 : 1);
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS;
    }

    /** Whoever measures wants no exception, whatever the disk does. */
    private static double readable(Supplier<Double> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
