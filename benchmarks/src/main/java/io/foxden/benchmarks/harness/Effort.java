package io.foxden.benchmarks.harness;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param rounds how often each contender has its turn; the first one warms up and does not count
 * @param slice how long one turn lasts
 * @param processes how many processes are started for what only a new process shows
 */
public record Effort(int rounds, Duration slice, int processes) {
    /** For the figures in the documentation. */
    public static Effort full() {
        return new Effort(10, Duration.ofSeconds(1), 7);
    }

    /** To see whether something went wrong. */
    public static Effort quick() {
        return new Effort(4, Duration.ofMillis(250), 3);
    }

    public boolean isQuick() {
        return equals(quick());
    }
}
