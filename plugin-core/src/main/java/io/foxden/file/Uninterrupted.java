package io.foxden.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * File work that an interrupt does not break off. Channels close under a thread that is interrupted, before or while it
 * uses them; but the thread that is told to stop may just hold the only copy of a token. So the work is done again from
 * its start, and the thread is interrupted afterwards.
 */
final class Uninterrupted {
    private Uninterrupted() {}

    /** Work that opens its channels itself and may be done twice. */
    interface Work<T> {
        T done() throws IOException;
    }

    static <T> T doing(Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.done();
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                    Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
