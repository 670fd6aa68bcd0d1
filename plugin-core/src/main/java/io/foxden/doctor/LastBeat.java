package io.foxden.doctor;

import java.time.Duration;
import java.time.Instant;

/**
 * When what keeps the token fresh last told that it goes on, which it does every few minutes.
 *
 * @param process the number of the process that told it
 * @param running whether a process of this number can be seen from here
 */
public record LastBeat(Instant at, long process, boolean running) {
    private static final Duration LATE = Duration.ofMinutes(5);

    /** One in the future was told by another clock, and is not late. */
    boolean late(Instant now) {
        return Duration.between(at, now).compareTo(LATE) > 0;
    }
}
