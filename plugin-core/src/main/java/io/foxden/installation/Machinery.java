package io.foxden.installation;

import io.foxden.authorization.Pause;
import io.foxden.file.Steps;
import io.foxden.http.JerseyWire;
import io.foxden.http.Wire;
import io.foxden.setting.HttpSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Clocks, randomness, the wire, waiting, and the steps of writing a file: the real ones, or a test's.
 *
 * @param nanos the clock that only goes forward, as {@link System#nanoTime} does
 */
public record Machinery(
        Clock clock,
        LongSupplier nanos,
        SecureRandom random,
        Function<HttpSettings, Wire> wire,
        Steps steps,
        Pause pause) {
    public static Machinery real() {
        return new Machinery(
                Clock.systemUTC(), System::nanoTime, new SecureRandom(), JerseyWire::new, Steps.NONE, Pause.sleeping());
    }

    /** With another clock, by which all time goes. */
    public Machinery withClock(Clock other) {
        return withTime(other, () -> TimeUnit.MILLISECONDS.toNanos(other.millis()));
    }

    /** With two clocks: one that can be set, and one that only goes forward. */
    public Machinery withTime(Clock wall, LongSupplier forward) {
        return new Machinery(wall, forward, random, wire, steps, pause);
    }

    public Machinery withSteps(Steps other) {
        return new Machinery(clock, nanos, random, wire, other, pause);
    }

    public Machinery withPause(Pause other) {
        return new Machinery(clock, nanos, random, wire, steps, other);
    }

    public Machinery withWire(Function<HttpSettings, Wire> other) {
        return new Machinery(clock, nanos, random, other, steps, pause);
    }
}
