package io.foxden.installation;

import io.foxden.problem.FoxdenException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the chores that are due, one after the other, in another thread than the one that finds them due. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final List<Chore> chores;
    private final Executor executor;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile String saidLast = "";

    /** @param executor does one thing at a time; its thread may be kept waiting by Foxy */
    Worker(List<Chore> chores, Executor executor) {
        this.chores = chores;
        this.executor = executor;
    }

    /** Begins with what is due, unless it is at work already. */
    void doWhatIsDue() {
        if (busy.get()) {
            return;
        }
        List<Chore> due =
                chores.stream().filter(chore -> chore.due().getAsBoolean()).toList();
        if (!due.isEmpty() && busy.compareAndSet(false, true)) {
            hand(due);
        }
    }

    private void hand(List<Chore> due) {
        boolean handed = false;
        try {
            executor.execute(() -> work(due));
            handed = true;
        } catch (RejectedExecutionException e) {
            LOG.debug("Too late: the upkeep has ended", e);
        } finally {
            if (!handed) {
                busy.set(false);
            }
        }
    }

    private void work(List<Chore> due) {
        try {
            due.forEach(this::done);
        } finally {
            busy.set(false);
        }
    }

    /** One that fails keeps no other from being done. */
    private void done(Chore chore) {
        try {
            chore.work().run();
        } catch (FoxdenException e) {
            tell(chore.name() + ": " + e.problem().detail());
        } catch (Throwable e) {
            tell(chore, e);
        }
    }

    /** What lasts is remembered, and told loudly, where it was met. */
    private void tell(String what) {
        if (!what.equals(saidLast)) {
            LOG.info("Not done yet: {}", what);
            saidLast = what;
        }
    }

    /** To say it may fail for the same reason, such as no memory left. */
    private static void tell(Chore chore, Throwable e) {
        try {
            LOG.error("The chore '{}' failed; it is tried again.", chore.name(), e);
        } catch (Throwable alsoSayingSoFails) {
            Thread.onSpinWait();
        }
    }
}
