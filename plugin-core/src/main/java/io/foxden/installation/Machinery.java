package io.foxden.installation;

import io.foxden.authorization.Pause;
import io.foxden.config.HttpSettings;
import io.foxden.file.Steps;
import io.foxden.http.JerseyWire;
import io.foxden.http.Wire;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;

/** Clock, randomness, the wire, waiting, and the steps of writing a file: the real ones, or a test's. */
public record Machinery(Clock clock, SecureRandom random, Function<HttpSettings, Wire> wire, Steps steps, Pause pause) {
    public static Machinery real() {
        return new Machinery(Clock.systemUTC(), new SecureRandom(), JerseyWire::new, Steps.NONE, Pause.sleeping());
    }

    public Machinery withClock(Clock other) {
        return new Machinery(other, random, wire, steps, pause);
    }

    public Machinery withSteps(Steps other) {
        return new Machinery(clock, random, wire, other, pause);
    }

    public Machinery withPause(Pause other) {
        return new Machinery(clock, random, wire, steps, other);
    }
}
