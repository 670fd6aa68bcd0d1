package io.foxden.servlet.gate;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets into the log what strangers cause, 50 lines at once and then one every three seconds, so that nobody fills a disk
 * or hides a line among others. What was left out is counted. Safe for many threads.
 */
final class StrangersLog {
    private static final Logger LOG = LoggerFactory.getLogger(StrangersLog.class);
    private static final Duration EACH = Duration.ofSeconds(3);
    private static final int AT_ONCE = 50;

    private final Clock clock;
    private final Allowance lines;
    private long leftOut;

    StrangersLog(Clock clock) {
        this.clock = clock;
        this.lines = new Allowance(AT_ONCE, EACH, clock.millis());
    }

    /** Writes one line, or counts it. */
    synchronized void write(Runnable line) {
        if (lines.untilNext(clock.millis()) > 0) {
            leftOut++;
            return;
        }
        lines.spend();
        if (leftOut > 0) {
            LOG.info("{} lines on requests of strangers were left out here.", leftOut);
            leftOut = 0;
        }
        line.run();
    }
}
