package io.foxden.store;

import io.foxden.file.PrivateFolder;
import io.foxden.lock.Hold;

/** The turn to write: one at a time has it, over all records and processes. */
final class Turn {
    private final PrivateFolder folder;
    private final Hold hold;
    private boolean changed;

    Turn(PrivateFolder folder, Hold hold) {
        this.folder = folder;
        this.hold = hold;
    }

    PrivateFolder folder() {
        return folder;
    }

    /** @throws TurnLostException if somebody took us for dead, because we were stopped or slow, and writes now */
    void check() {
        if (!hold.held()) {
            throw new TurnLostException();
        }
    }

    /** Names were deleted that are to be flushed when all is done. */
    void changed(boolean really) {
        changed |= really;
    }

    void flush() {
        if (changed) {
            folder.flush();
        }
    }

    /** Begin again: nothing was changed. */
    static final class TurnLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TurnLostException() {
            super("The turn to write was taken over");
        }
    }
}
