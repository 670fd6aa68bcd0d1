package io.foxden.meter;

/**
 * What can be measured of one installation, read anew each time somebody asks. Never throws and never waits for the
 * network: what is not there, or cannot be read just now, is {@link Double#NaN}. Safe for many threads.
 */
public interface Readings {
    /** The home folder, by which the installations of one server are told apart. */
    String home();

    /** How long the access token is still valid; negative after its end. */
    double secondsToExpiry();

    /** How long ago Foxy gave the token in use. */
    double secondsSinceSuccess();

    /** How long the lease is held that is held longest in this process; 0 where none is. */
    double secondsOfLease();

    /** Client ids that were asked for and whose answer never came. */
    double unconfirmedRegistrations();

    /** Attempts of this process since it started, by how they ended. */
    long refreshes(RefreshOutcome outcome);
}
