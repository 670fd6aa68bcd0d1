package io.foxden.store;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.TryLaterException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Named records, each replaced whole or not at all, and leases that let one process at a time do what must be done
 * once. Several processes use one store at the same time; what one writes the others read at once.
 *
 * <p>A record's name is 1 to 80 characters of a-z, 0-9 and the dash; any other is an {@link IllegalArgumentException}.
 * Safe for many threads. All methods throw
 *
 * <ul>
 *   <li>{@link TryLaterException} with {@link Code#STORE_UNREACHABLE} for what may pass: a disk that is full or fails, no
 *       descriptors left, a database that does not answer. Nothing is taken for lost then, and no older version is given;
 *   <li>{@link OperatorException} with {@link Code#HOME_UNUSABLE} where this account may not use the store;
 *   <li>{@link OperatorException} with {@link Code#RECORD_UNREADABLE} where a record is there but no version of it makes
 *       sense, or a newer Foxden wrote it. Such a record is never written over, only {@linkplain #discard discarded}.
 * </ul>
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
     * Reads a record, decides what is to become of it, and does that, in one step: no change of others is lost, and
     * nobody sees anything between. Keeping it as it is waits for nobody.
     *
     * @param decide gets the newest good version, empty where there is no such record; may be called several times, so it
     *     does nothing but decide; what it throws ends the attempt with nothing changed
     * @return the record as it is afterwards, empty where there is none
     * @throws TryLaterException {@link Code#LOCKED}, if other writers keep the store busy; nothing was changed
     */
    Optional<Entry> change(String name, Function<Optional<Entry>, Change> decide);

    /**
     * The same, if the lease is still held at that moment: for what is written after remote work.
     *
     * @throws LeaseLostException if it is not; nothing was changed
     */
    Optional<Entry> change(String name, Lease lease, Function<Optional<Entry>, Change> decide)
            throws LeaseLostException;

    /**
     * Removes a record whatever it holds, also one that cannot be read or that a newer Foxden wrote: only for somebody
     * who said so. Does nothing where there is none.
     */
    void discard(String name);

    /**
     * Erases records that are over, some at a time: it goes on where the call before it stopped, so that each record has
     * its turn. One that cannot be read and was not touched for a day is over, too.
     *
     * @param over tells of a record whether it is of no use any more
     * @param most so many records are looked at in one call
     * @return how many were erased
     */
    int prune(String prefix, Predicate<Entry> over, int most);

    /**
     * Makes sure that the record survives damage of one copy: for what is written once and never changed again.
     */
    default void keepTwice(String name) {}

    /** The names of all records that start so, sorted; unreadable ones too. */
    List<String> names(String prefix);

    /**
     * From now on tells who cares the name of each record whose newest version this object finds damaged, and those found
     * before: once until the record is written again. The listener throws nothing, and is told while the record is read.
     */
    void whenDamaged(Consumer<String> listener);

    /**
     * A number that changes whenever the record does, also by another process; 0 where there is none. Cheap enough to
     * ask before each use of something kept in memory. Take it before reading what it stands for.
     */
    long revision(String name);

    /** A lease that nobody holds for more than ten minutes. */
    default Lease lease(String name, Duration wait) {
        return lease(name, wait, Duration.ofMinutes(10));
    }

    /**
     * Becomes the one holder of a lease, over threads, class loaders and processes. It ends by {@link Lease#close()}, by
     * {@link #close()}, with the process, however that ends, or when it was held for too long and somebody else wants
     * it. Not reentrant. Leases do not keep anybody from reading or writing records, and a lease may have the name of a
     * record.
     *
     * @param wait how long to wait for another holder; zero asks once
     * @param longest so long may it be held: who saw this holding for longer takes it over. Measured by the clock that
     *     nobody sets; 0 to 1 day
     * @throws TryLaterException {@link Code#LOCKED}, naming the holder, if it is not free in time, or if the waiting
     *     thread is interrupted (it stays interrupted)
     */
    Lease lease(String name, Duration wait, Duration longest);

    /** How long the lease is held that this object holds longest; zero where it holds none. */
    Duration oldestLease();

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

    /** Looks at all records, and tells of those that fell back to an older version, and of what cannot be read at all. */
    default void examine(Consumer<Problem> fallen, Consumer<Problem> unreadable) {
        for (String name : names("")) {
            try {
                read(name).filter(Entry::recovered).map(Entry::fallback).ifPresent(fallen);
            } catch (FoxdenException e) {
                unreadable.accept(e.problem());
            }
        }
    }

    /** Ends the leases that are still held. Reading and writing go on to work. */
    @Override
    void close();
}
