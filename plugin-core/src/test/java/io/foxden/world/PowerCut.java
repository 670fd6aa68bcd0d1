package io.foxden.world;

import io.foxden.file.Steps;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stops the work at the n-th step of writing files, as a power cut would: by an error that nothing here catches, so that
 * what is unfinished stays unfinished. Once it has struck, whoever has it is dead and reaches no further step.
 */
public final class PowerCut implements Steps {
    private final int at;
    private final AtomicInteger reached = new AtomicInteger();
    private final AtomicBoolean struck = new AtomicBoolean();

    /** @param at the step to stop at, counted from 1 */
    public PowerCut(int at) {
        this.at = at;
    }

    @Override
    public void reached(String step) {
        if (struck.get() || reached.incrementAndGet() == at) {
            struck.set(true);
            throw new Struck(step);
        }
    }

    /** Does the work; whether it was stopped. */
    public boolean strikes(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Struck e) {
            return true;
        }
    }

    private static final class Struck extends Error {
        private static final long serialVersionUID = 1L;

        Struck(String step) {
            super("Power cut after: " + step);
        }
    }
}
