package io.foxden.store;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.TryLaterException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Named records, each replaced whole or not at all, and leases that let one process at a time do what must be done
 * once. Several processes use one store at the same time; what one writes the others read at once.
 *
 * <p>A record's name is 1 to 80 characters of a-z, 0-9 and the dash; any other is an {@link IllegalArgumentException}.
 * Safe for many threads. All methods throw {@link io.foxden.problem.OperatorException} with {@link Code#HOME_UNUSABLE}
 * when the store itself cannot be used, and with {@link Code#RECORD_UNREADABLE} when a record is there but no version
 * of it can be read, or a newer Foxden wrote it; such a record is never written over.
 */
public interface Store extends AutoCloseable {
    /** So many lines of a log are kept at least. */
    int NEWEST_LINES = 1_000;

    /**
     * The newest good version of a record; the one before it where the newest is damaged ({@link Entry#recovered()}).
     * Never waits for a writer.
     */
    Optional<Entry> read(String name);

    /**
     * Replaces a record, keeping the version it replaces as a fallback. Durable when it returns.
     *
     * @param expectedVersion the version that was read; 0 where there must be no such record
     * @return the new entry, with a version higher than every one before it
     * @throws StaleVersionException if the record is not at that version; nothing was changed
     * @throws TryLaterException {@link Code#LOCKED}, if other writers keep the store busy; nothing was changed
     */
    Entry write(String name, long expectedVersion, Fields content);

    /**
     * Like {@link #write}, and no earlier content of the record is kept anywhere in the store: for what is to be
     * forgotten. If it fails half-way, the record reads as before or as written, and the call can be repeated.
     */
    Entry writeWithoutTrace(String name, long expectedVersion, Fields content);

    /**
     * Removes a record and its earlier version. With version 0, does nothing if there is no such record.
     *
     * @throws StaleVersionException if the record is not at that version; nothing was changed
     */
    void erase(String name, long expectedVersion);

    /** The names of all records that start so, sorted; unreadable ones too. */
    List<String> names(String prefix);

    /**
     * Becomes the one holder of a lease, over threads, class loaders and processes. It ends by {@link Lease#close()}, by
     * {@link #close()}, or with the process, however that ends. Not reentrant. Leases do not keep anybody from reading
     * or writing records, and a lease may have the name of a record.
     *
     * @param wait how long to wait for another holder; zero asks once
     * @throws TryLaterException {@link Code#LOCKED}, naming the holder, if it is not free in time, or if the waiting
     *     thread is interrupted (it stays interrupted)
     */
    default Lease lease(String name, Duration wait) {
        return lease(name, wait, Duration.ofMinutes(10));
    }

    /** @param longest so long may it be held; whoever waits longer than that for one holder takes it over */
    Lease lease(String name, Duration wait, Duration longest);

    /** How long the lease is held that this object holds longest; zero where it holds none. */
    Duration oldestLease();

    /**
     * A number that changes whenever the record does, also by another process; 0 where there is none. Cheap enough to
     * ask before each use of something kept in memory. Take it before reading what it stands for.
     */
    long revision(String name);

    /**
     * Adds a line to a log, of which at least the newest {@value #NEWEST_LINES} are kept. Cheap: it is not on the disk when
     * this returns. A process that stops takes no line with it that was added; a machine that stops may.
     *
     * @param log a name like that of a record
     * @throws IllegalArgumentException if the line has more than 1,000 bytes as JSON
     */
    void append(String log, Fields line);

    /** The newest lines of a log, the newest first; those that a crash damaged are passed over. */
    List<Fields> newest(String log, int most);

    /** Ends the leases that are still held. Reading and writing go on to work. */
    @Override
    void close();

    /**
     * Reads a record, decides what is to become of it, and does that, in one step: no change of others is lost, and
     * nobody sees anything between.
     *
     * @param decide gets the newest good version, empty where there is no such record; may be called several times, so it
     *     does nothing but decide; what it throws ends the attempt with nothing changed
     * @return the record as it is afterwards, empty where there is none
     * @throws TryLaterException {@link Code#LOCKED}, if other writers keep the store busy; nothing was changed
     */
    default Optional<Entry> change(String name, Function<Optional<Entry>, Change> decide) {
        int attempts = 1000;
        for (int attempt = 0; attempt < attempts; attempt++) {
            Optional<Entry> before = read(name);
            long version = before.map(Entry::version).orElse(0L);
            try {
                Change change = decide.apply(before);
                if (change instanceof Change.Replace replace) {
                    return Optional.of(
                            replace.trace()
                                    ? write(name, version, replace.content())
                                    : writeWithoutTrace(name, version, replace.content()));
                }
                if (change instanceof Change.Erase) {
                    erase(name, version);
                    return Optional.empty();
                }
                return before;
            } catch (StaleVersionException othersWrote) {
                Thread.onSpinWait(); // read again: each failure means that another writer got on
            }
        }
        throw new TryLaterException(
                Code.LOCKED,
                "Record '" + name + "' was changed by others " + attempts + " times in a row while it was to be"
                        + " written.");
    }

    /**
     * The same, if the lease is still held at that moment: for what is written after remote work.
     *
     * @throws LeaseLostException if it is not; nothing was changed
     */
    default Optional<Entry> change(String name, Lease lease, Function<Optional<Entry>, Change> decide)
            throws LeaseLostException {
        if (!lease.held()) {
            throw new LeaseLostException(lease.name());
        }
        return change(name, decide);
    }

    /**
     * Erases records that are over, some at a time; those that cannot be read are left to the doctor.
     *
     * @param over tells of a record whether it is of no use any more
     * @param most so many are looked at in one call
     * @return how many were erased
     */
    default int prune(String prefix, Predicate<Entry> over, int most) {
        int erased = 0;
        for (String name : names(prefix).stream().limit(most).toList()) {
            erased += pruned(name, over) ? 1 : 0;
        }
        return erased;
    }

    private boolean pruned(String name, Predicate<Entry> over) {
        try {
            boolean there = read(name).filter(over).isPresent();
            return there
                    && change(name, now -> now.filter(over).isPresent() ? Change.erased() : Change.none())
                            .isEmpty();
        } catch (OperatorException e) {
            return false;
        }
    }
}
