package io.foxden.lock;

import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.file.WholeFile;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.TryLaterException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One holder at a time, over everything that can be at work on a folder. Three gates, passed in this order and left in
 * the opposite one:
 *
 * <ol>
 *   <li>a queue for the threads that use this object;
 *   <li>for other class loaders in this Java process: its own table of file locks. The lock on {@code NAME.jvm} is a
 *       shared one, which excludes nobody outside, but is refused to a second holder inside;
 *   <li>for other processes: the exclusive lock on {@code NAME.lock}, which also tells who holds it.
 * </ol>
 *
 * The second gate cannot be left out. On POSIX systems a process loses its lock on a file as soon as it closes any
 * descriptor of that file (POSIX: fcntl), so a second class loader that opened {@code NAME.lock}, was refused and
 * closed it would free the lock of the first. Only who has passed the second gate opens it. For the same reason nothing
 * else in the process may open a file of this folder: a backup leaves it out.
 */
public final class LockFile {
    private final Path folder;
    private final String name;
    private final String subject;
    private final Steps steps;
    private final Patience.Sleep sleep;
    private final Semaphore threads = new Semaphore(1, true);

    /**
     * @param folder made when it is first needed, for its owner only
     * @param name of the files in it, without their ending
     * @param subject what is held, for messages: "Lease 'registration'"
     */
    public LockFile(Path folder, String name, String subject, Steps steps) {
        this(folder, name, subject, steps, TimeUnit.NANOSECONDS::sleep);
    }

    LockFile(Path folder, String name, String subject, Steps steps, Patience.Sleep sleep) {
        this.folder = folder;
        this.name = name;
        this.subject = subject;
        this.steps = steps;
        this.sleep = sleep;
    }

    /**
     * For work that may be put off: an interrupt ends the wait. A thread that is interrupted already asks once.
     *
     * @throws TryLaterException if it is not free in time or the thread is interrupted, which it stays
     * @throws OperatorException with {@link Code#HOME_UNUSABLE} if the folder or the files in it cannot be used
     */
    public Hold hold(Duration wait) {
        boolean interrupted = Thread.interrupted();
        try {
            return pass(new Patience(interrupted ? Duration.ZERO : wait, sleep));
        } catch (InterruptedException e) {
            interrupted = true;
            throw new TryLaterException(Code.LOCKED, subject + " was not obtained: the waiting was interrupted.");
        } finally {
            restore(interrupted);
        }
    }

    /** For work that must not be put off: the same, but the thread waits in spite of interrupts, and has them after. */
    public Hold holdInSpiteOfInterrupts(Duration wait) {
        boolean interrupted = false;
        Patience patience = new Patience(wait, sleep);
        try {
            while (true) {
                try {
                    return pass(patience);
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

    private Hold pass(Patience patience) throws InterruptedException {
        if (!threads.tryAcquire(patience.nanosLeft(), TimeUnit.NANOSECONDS)) {
            throw heldBy(Holder.here().ownProcess());
        }
        try {
            return passInside(patience);
        } catch (IOException e) {
            String detail = "The lock files '" + name + "' in " + folder + " cannot be used: " + e.getMessage() + ".";
            throw new OperatorException(Problem.of(Code.HOME_UNUSABLE, detail), e);
        }
    }

    private Hold passInside(Patience patience) throws IOException, InterruptedException {
        Hold hold = new Hold(threads);
        boolean passed = false;
        try {
            RegionLock inside = hold.inside(new RegionLock(existing(".jvm"), true));
            if (!taken(inside, patience)) {
                throw heldBy(Holder.here().ownProcess());
            }
            passOutside(hold, patience);
            passed = true;
            return hold;
        } finally {
            if (!passed) {
                hold.close();
            }
        }
    }

    private void passOutside(Hold hold, Patience patience) throws IOException, InterruptedException {
        RegionLock outside = hold.outside(new RegionLock(existing(".lock"), false));
        if (!taken(outside, patience)) {
            throw heldBy(Holder.describe(outside.text()));
        }
        outside.write(Holder.here().text());
    }

    private Path existing(String ending) {
        WholeFile file = PrivateFolder.prepare(folder, steps).file(name + ending);
        file.create(new byte[0]);
        return file.path();
    }

    private static boolean taken(RegionLock lock, Patience patience) throws IOException, InterruptedException {
        while (!lock.take()) {
            if (!patience.pause()) {
                return false;
            }
        }
        return true;
    }

    private TryLaterException heldBy(String holder) {
        return new TryLaterException(Code.LOCKED, subject + " is held by " + holder + ".");
    }
}
