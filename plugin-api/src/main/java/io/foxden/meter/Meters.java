package io.foxden.meter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Shows the readings of an installation to whatever monitoring there is, until it is closed. Whatever goes wrong there,
 * the application goes on. Safe for many threads.
 */
public final class Meters implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Meters.class.getName());
    private static final String MICROMETER = "io.micrometer.core.instrument.Metrics";

    /** Held on to here: Micrometer keeps weak references only. */
    private final Readings readings;

    private final List<AutoCloseable> shown = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private Meters(Readings readings) {
        this.readings = readings;
    }

    /**
     * Waits for nothing.
     *
     * @param after so much later they are shown: the first look at JMX in a process takes longer than a start of Foxden
     */
    public static Meters show(Readings readings, Duration after) {
        Meters meters = new Meters(readings);
        Thread thread = new Thread(() -> meters.showAll(after), "foxden-meters");
        thread.setDaemon(true);
        thread.setContextClassLoader(Meters.class.getClassLoader());
        thread.start();
        return meters;
    }

    private void showAll(Duration after) {
        try {
            if (!closing.await(after.toNanos(), TimeUnit.NANOSECONDS)) {
                showAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void showAll() {
        if (closing.getCount() == 0) {
            return;
        }
        tried("JMX", () -> shown.add(JmxMeters.show(readings)));
        if (isThere(MICROMETER)) {
            tried("Micrometer", () -> shown.add(new MicrometerMeters(readings)));
        }
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, Meters.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Waits for what is being shown just now. */
    @Override
    public synchronized void close() {
        closing.countDown();
        shown.forEach(each -> tried("monitoring", each::close));
        shown.clear();
    }

    private interface Step {
        void done() throws Exception;
    }

    private static void tried(String what, Step step) {
        try {
            step.done();
        } catch (Exception | LinkageError e) {
            LOG.log(Level.WARNING, "Foxden is not to be seen in " + what + " as it should be", e);
        }
    }
}
