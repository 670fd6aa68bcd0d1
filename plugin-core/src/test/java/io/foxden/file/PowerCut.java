package io.foxden.file;

import java.util.function.Consumer;

/**
 * Stops the work after a given number of steps, as a power cut does: as an error that nobody catches, so that nothing is
 * tidied up.
 */
public final class PowerCut implements Steps {
    /** The work stopped here. */
    public static final class Off extends Error {
        private static final long serialVersionUID = 1L;

        Off(String step) {
            super(step, null, false, false);
        }
    }

    private int left;

    private PowerCut(int steps) {
        this.left = steps;
    }

    @Override
    public void reached(String step) {
        if (--left == 0) {
            throw new Off(step);
        }
    }

    /**
     * Does the work once for every step it has, stopped at that one, and checks what it left behind each time.
     *
     * @param work begins from nothing each time
     * @return how many steps the work has
     */
    public static int atEveryStep(Consumer<Steps> work, Consumer<String> check) {
        for (int steps = 1; ; steps++) {
            try {
                work.accept(new PowerCut(steps));
                return steps - 1;
            } catch (Off off) {
                check.accept(String.valueOf(off.getMessage()));
            }
        }
    }
}
