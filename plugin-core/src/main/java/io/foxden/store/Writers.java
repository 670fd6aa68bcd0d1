package io.foxden.store;

import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.lock.Hold;
import io.foxden.lock.LockFile;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.TryLaterException;
import io.foxden.words.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the turn to write to one at a time, over all records, threads and processes. */
final class Writers {
    private static final Logger LOG = LoggerFactory.getLogger(Writers.class);
    private static final Duration WAIT = Duration.ofSeconds(20);

    /** A write takes milliseconds: who needs longer is stopped, or its disk is. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int ATTEMPTS = 3;

    private final Path records;
    private final Steps steps;
    private final Duration longest;
    private final LockFile lock;

    /** @param longest so long is a turn, before others take it over */
    Writers(Path records, Path locks, LongSupplier fences, Steps steps, Duration longest) {
        this.records = records;
        this.steps = steps;
        this.longest = longest;
        this.lock = new LockFile(locks, "writers", Message.of("store/turn").with("folder", records), fences, steps);
    }

    /**
     * Does the work when it is its turn; the folder is there then.
     *
     * @param work may be done several times: anew where the turn was lost before anything was changed
     * @throws TryLaterException {@link Code#LOCKED} if others keep the store busy
     */
    <T> T inTurn(Function<Turn, T> work) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return once(WAIT, work);
            } catch (Turn.TurnLostException e) {
                LOG.debug("Lost for the {}. time", attempt + 1, e);
            }
        }
        throw new TryLaterException(Code.LOCKED, Message.of("store/turn-lost").with("folder", records));
    }

    /** Deletes what writers left unfinished, if nobody writes just now: it is nobody's then. */
    void sweep() {
        once(Duration.ZERO, turn -> {
            turn.folder().sweep(Instant.MAX);
            return turn;
        });
    }

    private <T> T once(Duration wait, Function<Turn, T> work) {
        PrivateFolder folder = PrivateFolder.prepare(records, steps);
        Hold hold = lock.holdInSpiteOfInterrupts(wait, longest);
        try {
            if (hold.fresh()) {
                folder.sweep(Instant.MAX); // of one whose turn was taken over, so that it does not place its draft
            }
            Turn turn = new Turn(folder, hold);
            T result = work.apply(turn);
            turn.flush();
            return result;
        } catch (FoxdenException e) {
            if (hold.held()) {
                throw e;
            }
            throw new Turn.TurnLostException();
        } finally {
            hold.close();
        }
    }
}
