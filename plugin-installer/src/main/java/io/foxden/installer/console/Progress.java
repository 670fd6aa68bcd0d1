package io.foxden.installer.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A line on standard error that says what is being waited for, and for how long already. It appears after two seconds,
 * only where a person watches, and is wiped when it is over.
 */
public final class Progress implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PrintStream err;
    private final String what;
    private final CountDownLatch over = new CountDownLatch(1);
    private int shown;

    private Progress(PrintStream err, String what) {
        this.err = err;
        this.what = what;
    }

    static Progress start(Terminal terminal, String what) {
        Progress progress = new Progress(terminal.err(), what);
        if (terminal.errWatched()) {
            Thread thread = new Thread(progress::show, "foxden-progress");
            thread.setDaemon(true);
            thread.start();
        }
        return progress;
    }

    private void show() {
        try {
            long seconds = PATIENCE.toSeconds();
            boolean done = over.await(seconds, TimeUnit.SECONDS);
            while (!done) {
                write(what + " (" + seconds + " s)");
                done = over.await(1, TimeUnit.SECONDS);
                seconds++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void write(String line) {
        if (over.getCount() > 0) {
            err.print("\r" + line);
            err.flush();
            shown = line.length();
        }
    }

    /** Wipes the line; nothing more is written. */
    @Override
    public synchronized void close() {
        over.countDown();
        if (shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            err.flush();
            shown = 0;
        }
    }
}
