package io.foxden.servlet.gate;

import io.foxden.config.Settings;
import io.foxden.installation.Installation;
import io.foxden.secret.RandomText;
import io.foxden.setting.SiteAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The gate of one installation and what belongs to it, put together. Tokens, codes and tickets are counted apart.
 *
 * @param tickets counts wrong tickets
 */
public record Gatehouse(Gate gate, Attempts tickets, SignIn signIn, Denials refusals) {
    public static Gatehouse of(Installation foxden, Clock clock, RandomText random) {
        String role = foxden.settings().adminRole();
        return of(Keyring.of(foxden.access()), () -> role, foxden::site, clock, random);
    }

    /** While nothing is open: the settings alone say who is an administrator. */
    public static Gatehouse closed(Supplier<Settings> settings, Clock clock, RandomText random) {
        Keyring keyring = new TokenKeyring(() -> settings.get().adminToken(), random, clock);
        return of(keyring, () -> settings.get().adminRole(), Optional::empty, clock, random);
    }

    private static Gatehouse of(
            Keyring keyring,
            Supplier<String> role,
            Supplier<Optional<SiteAddress>> site,
            Clock clock,
            RandomText random) {
        Cookies cookies = new Cookies(site);
        Gate gate = new Gate(
                keyring, role, new Attempts(clock), cookies, () -> site.get().map(SiteAddress::siteUrl), random);
        SignIn signIn = new SignIn(keyring, gate, new Attempts(clock), cookies, clock);
        return new Gatehouse(gate, new Attempts(clock), signIn, new Denials(random, clock));
    }
}
