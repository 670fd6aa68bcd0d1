package io.foxden.servlet.gate;

import io.foxden.config.SiteAddress;
import io.foxden.installation.Installation;
import io.foxden.secret.RandomText;
import java.time.Clock;

/** The gate of one installation and what belongs to it, put together. */
public record Gatehouse(Gate gate, Attempts attempts, SignIn signIn, Refusals refusals) {
    public static Gatehouse of(Installation foxden, Clock clock, RandomText random) {
        Attempts attempts = new Attempts(clock);
        Cookies cookies = new Cookies(foxden::site);
        Gate gate = new Gate(
                foxden.access(),
                foxden.settings().adminRole(),
                // Wrong codes on the page must not shut out a script that comes from the same address with the right
                // token.
                new Attempts(clock),
                cookies,
                () -> foxden.site().map(SiteAddress::siteUrl),
                random);
        return new Gatehouse(
                gate, attempts, new SignIn(foxden.access(), gate, attempts, cookies, clock), new Refusals(random));
    }
}
