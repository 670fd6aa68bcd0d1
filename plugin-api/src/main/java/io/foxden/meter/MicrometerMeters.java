package io.foxden.meter;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Shows readings in Micrometer's global registry, to which Spring Boot and others add theirs. That registry may outlive
 * the web application, so what is registered there has to go with it. The only class that knows Micrometer: it is loaded
 * where the host has that.
 */
final class MicrometerMeters implements AutoCloseable {
    private static final String HOME = "home";

    private static final String EXPIRY = "foxden.token.expiry";

    private final MeterRegistry registry = Metrics.globalRegistry;
    private final String home;
    private final List<Meter> meters = new ArrayList<>();

    /** @param readings to be held on to by the caller: the registry does not */
    MicrometerMeters(Readings readings) {
        this.home = free(readings.home());
        seconds(readings, EXPIRY, "Until the access token ends", Readings::secondsToExpiry);
        seconds(readings, "foxden.token.age", "Since Foxy gave the token in use", Readings::secondsSinceSuccess);
        seconds(readings, "foxden.lease.age", "Of the lease held longest", Readings::secondsOfLease);
        meters.add(Gauge.builder("foxden.registrations.unconfirmed", readings, Readings::unconfirmedRegistrations)
                .description("Client ids asked for whose answer never came")
                .tag(HOME, home)
                .register(registry));
        for (RefreshOutcome outcome : RefreshOutcome.values()) {
            meters.add(FunctionCounter.builder("foxden.refreshes", readings, now -> now.refreshes(outcome))
                    .description("Attempts to refresh a token")
                    .tag(HOME, home)
                    .tag("outcome", outcome.word())
                    .register(registry));
        }
    }

    /** The home, told apart from the same one in another application: who comes second would take away the first's meters. */
    private String free(String wanted) {
        String name = wanted;
        for (int i = 2; registry.find(EXPIRY).tag(HOME, name).meter() != null; i++) {
            name = wanted + " (" + i + ")";
        }
        return name;
    }

    private void seconds(Readings readings, String name, String description, ToDoubleFunction<Readings> value) {
        meters.add(Gauge.builder(name, readings, value)
                .description(description)
                .baseUnit("seconds")
                .tag(HOME, home)
                .register(registry));
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
