package io.foxden.meter;

import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Shows readings as {@code io.foxden:type=Installation,home="…"}. The server outlives the web application, so what is
 * registered there has to go with it.
 */
final class JmxMeters implements AutoCloseable {
    /** More often one home is not open in one process. */
    private static final int MOST_ON_ONE_HOME = 10;

    private final MBeanServer server;
    private final ObjectName name;

    private JmxMeters(MBeanServer server, ObjectName name) {
        this.server = server;
        this.name = name;
    }

    /** @throws JMException if there is no place for it */
    static JmxMeters show(Readings readings) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        String home = "io.foxden:type=Installation,home=" + ObjectName.quote(readings.home());
        for (int i = 2; true; i++) {
            ObjectName name = new ObjectName(i == 2 ? home : home + ",copy=" + (i - 1));
            try {
                return new JmxMeters(
                        server, server.registerMBean(new Bean(readings), name).getObjectName());
            } catch (InstanceAlreadyExistsException e) {
                // The same home in two applications, or twice for a moment while one is deployed anew.
                if (i > MOST_ON_ONE_HOME) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void close() throws JMException {
        server.unregisterMBean(name);
    }

    private record Bean(Readings readings) implements InstallationMXBean {
        @Override
        public double getSecondsToExpiry() {
            return readings.secondsToExpiry();
        }

        @Override
        public double getSecondsSinceSuccess() {
            return readings.secondsSinceSuccess();
        }

        @Override
        public double getSecondsOfLease() {
            return readings.secondsOfLease();
        }

        @Override
        public double getUnconfirmedRegistrations() {
            return readings.unconfirmedRegistrations();
        }

        @Override
        public long getRefreshesSucceeded() {
            return readings.refreshes(RefreshOutcome.SUCCEEDED);
        }

        @Override
        public long getRefreshesFailed() {
            return readings.refreshes(RefreshOutcome.FAILED);
        }

        @Override
        public long getRefreshesRefused() {
            return readings.refreshes(RefreshOutcome.REFUSED);
        }
    }
}
