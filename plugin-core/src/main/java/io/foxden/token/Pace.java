package io.foxden.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What everything here is timed by.
 *
 * @param clock tells people and other processes the time, and can be set
 * @param nanos only goes forward, as {@link System#nanoTime} does
 * @param random so that many installations do not act together
 * @param oneCall how long one request to Foxy takes at the most, by the time-outs that are set
 */
public record Pace(Clock clock, LongSupplier nanos, RandomGenerator random, Duration oneCall) {
    Instant now() {
        return clock.instant();
    }

    long ticks() {
        return nanos.getAsLong();
    }
}
