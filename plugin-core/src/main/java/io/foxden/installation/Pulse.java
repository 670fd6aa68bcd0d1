package io.foxden.installation;

import io.foxden.doctor.LastBeat;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.store.Change;
import io.foxden.store.Entry;
import io.foxden.store.Fields;
import io.foxden.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other processes that the beat of this one goes on, in the record {@code beat}. It is written every two minutes by
 * one of the processes on this home, and not waited for.
 */
final class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final String RECORD = "beat";
    private static final String AT = "at";
    private static final String PROCESS = "process";
    private static final Duration PAUSE = Duration.ofMinutes(2);

    private final Store store;
    private final Clock clock;
    private final Every every;
    private final long process = ProcessHandle.current().pid();
    private volatile boolean beating;

    Pulse(Store store, Clock clock, LongSupplier nanos) {
        this.store = store;
        this.clock = clock;
        this.every = new Every(PAUSE, nanos);
    }

    /** Also where another process has ended, and said so. For the beat's thread. */
    boolean isDue() {
        return every.getAsBoolean() || !beating || store.revision(RECORD) == 0;
    }

    void tell() {
        boolean first = !beating;
        beating = true;
        try {
            tell(first);
        } catch (OperatorException e) {
            discard(e);
            tell(first);
        }
    }

    /** A power cut may tear what was not waited for, and nothing is lost with it. */
    private void discard(OperatorException why) {
        if (why.code() != Code.RECORD_UNREADABLE) {
            throw why;
        }
        store.discard(RECORD);
    }

    private void tell(boolean first) {
        store.change(
                RECORD,
                now -> !first && now.filter(this::isFresh).isPresent()
                        ? Change.none()
                        : Change.to(Fields.none().with(AT, clock.instant()).with(PROCESS, process))
                                .withoutTrace()
                                .soon());
    }

    /** A moment that lies ahead was told by another clock. */
    private boolean isFresh(Entry entry) {
        Instant now = clock.instant();
        Instant at = entry.content().instant(AT).orElse(Instant.EPOCH);
        return !at.isAfter(now) && Duration.between(at, now).compareTo(PAUSE) < 0;
    }

    /** This process beats no more. Others go on, and find that nobody says so. */
    void end() {
        if (beating) {
            beating = false;
            try {
                store.change(RECORD, now -> now.filter(this::isOurs).isPresent() ? Change.erased() : Change.none());
            } catch (FoxdenException e) {
                LOG.debug("What is said of the last beat stays as it is", e);
            }
        }
    }

    private boolean isOurs(Entry entry) {
        return entry.content().number(PROCESS).orElse(0) == process;
    }

    /** What was told last; writes nothing. */
    Optional<LastBeat> last() {
        return store.read(RECORD).map(Entry::content).flatMap(this::beat);
    }

    private Optional<LastBeat> beat(Fields content) {
        OptionalLong teller = content.number(PROCESS);
        return teller.isEmpty()
                ? Optional.empty()
                : content.instant(AT).map(at -> new LastBeat(at, teller.getAsLong(), isRunning(teller.getAsLong())));
    }

    /** In containers many have the same number as we. */
    private boolean isRunning(long teller) {
        return teller == process ? beating : ProcessHandle.of(teller).isPresent();
    }
}
