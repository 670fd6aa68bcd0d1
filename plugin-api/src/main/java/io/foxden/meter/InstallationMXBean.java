package io.foxden.meter;

/** {@link Readings} as attributes in JMX. Public because JMX asks for that; not for a host's code. */
public interface InstallationMXBean {
    double getSecondsToExpiry();

    double getSecondsSinceSuccess();

    double getSecondsOfLease();

    double getUnconfirmedRegistrations();

    long getRefreshesSucceeded();

    long getRefreshesFailed();

    long getRefreshesRefused();
}
