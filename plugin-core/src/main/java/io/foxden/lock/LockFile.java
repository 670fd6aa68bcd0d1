package io.foxden.lock;

import io.foxden.file.FileTrouble;
import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.TryLaterException;
import io.foxden.words.Message;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One holder at a time, over everything that can be at work on a folder. Three gates, passed in this order and left in
 * the opposite one:
 *
 * <ol>
 *   <li>a queue for the threads that use this object;
 *   <li>for other class loaders in this Java process: its own table of file locks. The lock on {@code NAME.jvm} is a
 *       shared one, which excludes nobody outside, but is refused to a second holder inside. In that file the holder also
 *       tells who it is;
 *   <li>for other processes: the exclusive lock on {@code NAME.lock}.
 * </ol>
 *
 * The second gate cannot be left out. On POSIX systems a process loses its lock on a file as soon as it closes any
 * descriptor of that file (POSIX: fcntl), so a second class loader that opened {@code NAME.lock}, was refused and
 * closed it would free the lock of the first. Only who has passed the second gate opens it. For the same reason nothing
 * else in the process may open that file: a backup leaves it out. And so none of them stays open between two holds: an
 * object that nobody closed would do the same when it is collected.
 *
 * <p>A holder that is stopped, or hangs, does not hold for ever. Who saw the very same holding for longer than its
 * holder said it would take deletes both files; from then on they are new ones, and the old holder's {@link Hold#held()}
 * is false. (Not so on Windows, where files that are open stay.)
 */
public final class LockFile {
    private static final Logger LOG = LoggerFactory.getLogger(LockFile.class);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(200);

    private final Path folder;
    private final String name;
    private final Message subject;
    private final LongSupplier fences;
    private final Steps steps;
    private final Patience.Sleep sleep;
    private final Semaphore threads = new Semaphore(1, true);
    private volatile @Nullable Hold current;
    private volatile @Nullable Sighting sighting;

    /**
     * @param folder made when it is first needed, for its owner only
     * @param name of the files in it, without their ending
     * @param subject what is held, as what a sentence is about: "Lease 'registration'"
     * @param fences a number for each holding, never the same twice
     */
    public LockFile(Path folder, String name, Message subject, LongSupplier fences, Steps steps) {
        this(folder, name, subject, fences, steps, TimeUnit.NANOSECONDS::sleep);
    }

    LockFile(Path folder, String name, Message subject, LongSupplier fences, Steps steps, Patience.Sleep sleep) {
        this.folder = folder;
        this.name = name;
        this.subject = subject;
        this.fences = fences;
        this.steps = steps;
        this.sleep = sleep;
    }

    /**
     * For work that may be put off: an interrupt ends the wait. A thread that is interrupted already asks once.
     *
     * @param longest so long may it be held, before others take it over
     * @throws TryLaterException if it is not free in time or the thread is interrupted, which it stays
     * @throws FoxdenException if the folder or the files in it cannot be used, as {@link FileTrouble} says
     */
    public Hold hold(Duration wait, Duration longest) {
        boolean interrupted = Thread.interrupted();
        try {
            return pass(new Patience(interrupted ? Duration.ZERO : wait, sleep), longest);
        } catch (InterruptedException e) {
            interrupted = true;
            throw new TryLaterException(
                    Code.LOCKED, Message.of("lock/interrupted").with("subject", subject));
        } finally {
            restore(interrupted);
        }
    }

    /** For work that must not be put off: the same, but the thread waits in spite of interrupts, and has them after. */
    public Hold holdInSpiteOfInterrupts(Duration wait, Duration longest) {
        boolean interrupted = false;
        Patience patience = new Patience(wait, sleep);
        try {
            while (true) {
                try {
                    return pass(patience, longest);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            restore(interrupted);
        }
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Hold pass(Patience patience, Duration longest) throws InterruptedException {
        passThreads(patience);
        Hold hold = new Hold(threads, Holder.here(fences.getAsLong(), longest));
        boolean passed = false;
        try {
            passFiles(hold, patience);
            passed = true;
            current = hold;
            return hold;
        } catch (IOException e) {
            throw FileTrouble.writing(path(".lock"), "used", e);
        } finally {
            if (!passed) {
                hold.close();
            }
        }
    }

    private void passThreads(Patience patience) throws InterruptedException {
        while (!threads.tryAcquire(Math.min(patience.nanosLeft(), LOOK), TimeUnit.NANOSECONDS)) {
            Hold hold = current;
            if (hold != null && hold.overdue()) {
                LOG.warn("{} was held by a thread for longer than it said; it is taken over", subject);
                hold.close();
            } else if (patience.nanosLeft() == 0) {
                throw heldBy(holder());
            }
        }
    }

    private void passFiles(Hold hold, Patience patience) throws IOException, InterruptedException {
        while (!passed(hold)) {
            @Nullable Holder holder = holder();
            if (!retired(holder) && !patience.pause()) {
                throw heldBy(holder);
            }
        }
        sighting = null;
    }

    private boolean passed(Hold hold) throws IOException {
        @Nullable RegionLock inside = RegionLock.take(existing(".jvm"), true);
        if (inside == null) {
            return false;
        }
        @Nullable RegionLock outside = null;
        try {
            outside = RegionLock.take(existing(".lock"), false);
            return outside != null && hold.begin(inside, outside);
        } finally {
            if (!hold.begun()) {
                closeAll(outside, inside);
            }
        }
    }

    private static void closeAll(@Nullable RegionLock... locks) {
        for (RegionLock lock : locks) {
            if (lock != null) {
                lock.close();
            }
        }
    }

    /** In this order: who finds the first gate new must not find the last one old. */
    private boolean retired(@Nullable Holder holder) throws IOException {
        if (holder == null) {
            return false;
        }
        Sighting seen = Sighting.after(sighting, holder);
        sighting = seen;
        boolean deleted = Files.notExists(path(".lock"));
        if (!holder.equals(holder()) || !(deleted || seen.overdue())) {
            return false;
        }
        String why = deleted ? "until somebody deleted its file" : "for longer than it said";
        LOG.warn("{} was held by {} {}; it is taken over", subject, holder.description(), why);
        Files.deleteIfExists(path(".jvm"));
        Files.deleteIfExists(path(".lock"));
        sighting = null;
        return true;
    }

    /** Whoever wrote itself into the file; null if nobody did. */
    private @Nullable Holder holder() {
        try {
            return Holder.parse(text(path(".jvm"))).orElse(null);
        } catch (IOException e) {
            return null;
        }
    }

    private String text(Path path) throws IOException {
        return new String(steps.read(path, Holder.LENGTH + 1), StandardCharsets.US_ASCII);
    }

    private Path existing(String ending) throws IOException {
        Path path = path(ending);
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return path;
        }
        PrivateFolder.prepare(folder, steps);
        try (FileChannel made = steps.begin(path)) {
            return path;
        } catch (FileAlreadyExistsException e) {
            return path;
        }
    }

    private Path path(String ending) {
        return folder.resolve(name + ending);
    }

    private TryLaterException heldBy(@Nullable Holder holder) {
        Message who = holder == null ? Message.of("lock/somebody") : holder.description();
        return new TryLaterException(
                Code.LOCKED, Message.of("lock/held").with("subject", subject).with("holder", who));
    }
}
