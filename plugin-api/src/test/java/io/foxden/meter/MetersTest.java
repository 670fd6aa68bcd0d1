package io.foxden.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In the real registries of JMX and of Micrometer, as a host has them. */
class MetersTest {
    private static final String HOME = "/srv/a \"home\",=*?";

    private final MBeanServer jmx = ManagementFactory.getPlatformMBeanServer();
    private final SimpleMeterRegistry host = new SimpleMeterRegistry();
    private final CountDownLatch counted = new CountDownLatch(RefreshOutcome.values().length);

    @BeforeEach
    void begin() {
        Metrics.addRegistry(host);
    }

    @AfterEach
    void end() {
        Metrics.removeRegistry(host);
    }

    @Test
    void readings_are_attributes_in_jmx_and_meters_in_micrometer_until_they_are_closed() throws Exception {
        try (Meters meters = shown()) {
            ObjectName name = names().iterator().next();
            assertThat(name.getCanonicalName()).contains("type=Installation").contains("home=\"");
            assertThat(jmx.getAttribute(name, "SecondsToExpiry")).isEqualTo(3600.5);
            assertThat(jmx.getAttribute(name, "SecondsSinceSuccess")).isEqualTo(Double.NaN);
            assertThat(jmx.getAttribute(name, "SecondsOfLease")).isEqualTo(0.0);
            assertThat(jmx.getAttribute(name, "UnconfirmedRegistrations")).isEqualTo(2.0);
            assertThat(jmx.getAttribute(name, "RefreshesSucceeded")).isEqualTo(10L);
            assertThat(jmx.getAttribute(name, "RefreshesFailed")).isEqualTo(11L);
            assertThat(jmx.getAttribute(name, "RefreshesRefused")).isEqualTo(12L);

            assertThat(host.get("foxden.token.expiry").tag("home", HOME).gauge().value())
                    .isEqualTo(3600.5);
            assertThat(host.get("foxden.token.age").gauge().value()).isNaN();
            assertThat(host.get("foxden.lease.age").gauge().value()).isZero();
            assertThat(host.get("foxden.registrations.unconfirmed").gauge().value())
                    .isEqualTo(2);
            assertThat(host.get("foxden.refreshes")
                            .tag("outcome", "refused")
                            .functionCounter()
                            .count())
                    .isEqualTo(12);
        }
        assertThat(names()).isEmpty();
        assertThat(host.getMeters()).isEmpty();
        assertThat(Metrics.globalRegistry.getMeters()).isEmpty();
    }

    @Test
    void two_installations_on_one_home_are_both_to_be_seen() throws Exception {
        try (Meters one = shown()) {
            CountDownLatch second = new CountDownLatch(RefreshOutcome.values().length);
            whenCounted(second);
            try (Meters two = Meters.show(new Fixed(), Duration.ZERO)) {
                assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
                joinShowing();
                assertThat(names()).hasSize(2);
                assertThat(host.get("foxden.token.expiry")
                                .tag("home", HOME + " (2)")
                                .gauge()
                                .value())
                        .isEqualTo(3600.5);
            }
            assertThat(names()).hasSize(1);
            assertThat(host.get("foxden.token.expiry").tag("home", HOME).gauge().value())
                    .isEqualTo(3600.5);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void what_is_closed_at_once_is_not_shown_later() throws Exception {
        for (int i = 0; i < 20; i++) {
            Meters.show(new Fixed(), Duration.ZERO).close();
        }
        joinShowing();
        assertThat(names()).isEmpty();
        assertThat(host.getMeters()).isEmpty();
    }

    private static void joinShowing() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("foxden-meters")) {
                thread.join();
            }
        }
    }

    /** The counters are registered last. */
    private Meters shown() throws InterruptedException {
        whenCounted(counted);
        Meters meters = Meters.show(new Fixed(), Duration.ZERO);
        assertThat(counted.await(30, TimeUnit.SECONDS)).isTrue();
        joinShowing(); // a listener is told of a meter before it is there
        return meters;
    }

    private void whenCounted(CountDownLatch latch) {
        host.config().onMeterAdded(meter -> {
            if (meter.getId().getName().equals("foxden.refreshes")) {
                latch.countDown();
            }
        });
    }

    private Set<ObjectName> names() throws JMException {
        return jmx.queryNames(new ObjectName("io.foxden:type=Installation,*"), null);
    }

    private static final class Fixed implements Readings {
        @Override
        public String home() {
            return HOME;
        }

        @Override
        public double secondsToExpiry() {
            return 3600.5;
        }

        @Override
        public double secondsSinceSuccess() {
            return Double.NaN;
        }

        @Override
        public double secondsOfLease() {
            return 0;
        }

        @Override
        public double unconfirmedRegistrations() {
            return 2;
        }

        @Override
        public long refreshes(RefreshOutcome outcome) {
            return switch (outcome) {
                case SUCCEEDED -> 10;
                case FAILED -> 11;
                case REFUSED -> 12;
            };
        }
    }
}
