package io.foxden.testkit;

import io.foxden.testkit.fault.Behaviour;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.shop.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How a sandbox begins. Immutable.
 *
 * @param port of the API on 127.0.0.1; 0 for one chosen by the system
 * @param twinPort of the twin origin; 0 for one chosen by the system
 * @param clock tells when tokens expire
 * @param random makes the secrets
 * @param stores the user's stores, at least one
 * @param behaviour to begin with, and again after a reset
 */
public record SandboxOptions(
        int port, int twinPort, Clock clock, RandomGenerator random, List<Store> stores, Behaviour behaviour) {

    public SandboxOptions {
        stores = List.copyOf(stores);
        if (stores.isEmpty()) {
            throw new IllegalArgumentException("The sandbox's user needs at least one store");
        }
    }

    /** Free ports, the system's clock, one store with the number 3200, and consent asked on a page. */
    public static SandboxOptions standard() {
        return new SandboxOptions(
                0,
                0,
                Clock.systemUTC(),
                new SecureRandom(),
                List.of(Store.of(3200, "Example Store", "example")),
                Behaviour.standard());
    }

    public SandboxOptions withPort(int value) {
        return new SandboxOptions(value, twinPort, clock, random, stores, behaviour);
    }

    public SandboxOptions withTwinPort(int value) {
        return new SandboxOptions(port, value, clock, random, stores, behaviour);
    }

    public SandboxOptions withClock(Clock value) {
        return new SandboxOptions(port, twinPort, value, random, stores, behaviour);
    }

    public SandboxOptions withRandom(RandomGenerator value) {
        return new SandboxOptions(port, twinPort, clock, value, stores, behaviour);
    }

    public SandboxOptions withStores(List<Store> value) {
        return new SandboxOptions(port, twinPort, clock, random, value, behaviour);
    }

    public SandboxOptions withBehaviour(Behaviour value) {
        return new SandboxOptions(port, twinPort, clock, random, stores, value);
    }

    public SandboxOptions withConsent(Consent value) {
        return withBehaviour(behaviour.withConsent(value));
    }
}
