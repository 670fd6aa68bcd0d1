package io.foxden.benchmarks.world;

import io.foxden.authorization.CallbackQuery;
import io.foxden.authorization.Departure;
import io.foxden.authorization.Intent;
import io.foxden.config.Surroundings;
import io.foxden.doctor.Presence;
import io.foxden.installation.InstallRequest;
import io.foxden.installation.Installation;
import io.foxden.installation.Machinery;
import io.foxden.setting.Setting;
import io.foxden.testkit.Browser;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.SandboxOptions;
import io.foxden.testkit.fault.Consent;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An installation that is registered and connected, and holds a valid access token. */
public final class ConnectedPlugin implements AutoCloseable {
    private static final Map<String, String> DETAILS = Map.of(
            "project_name", "Benchmarks",
            "company_name", "Example",
            "contact_name", "Erin Example",
            "contact_email", "erin@example.com",
            "contact_phone", "+1 555 0100");

    private final Browser owner = new Browser();
    private final Installation foxden;
    private final Runnable last;

    private ConnectedPlugin(Installation foxden, Runnable last) {
        this.foxden = foxden;
        this.last = last;
    }

    /** Registers and connects a new installation with its home in an empty folder, at a sandbox in this process. */
    public static ConnectedPlugin in(Path home) {
        Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));
        FoxyAddress address = new FoxyAddress(sandbox.apiUrl(), sandbox.authorizeUrl());
        return connected(new ConnectedPlugin(opened(address, home, Machinery.real()), sandbox::close));
    }

    /** Registers and connects a new installation with its home in an empty folder. */
    public static ConnectedPlugin in(Path home, FoxyAddress foxy, Machinery machinery) {
        return connected(new ConnectedPlugin(opened(foxy, home, machinery), () -> {}));
    }

    private static ConnectedPlugin connected(ConnectedPlugin plugin) {
        plugin.foxden.install(new InstallRequest("https://shop.example.com", null, DETAILS));
        plugin.consent();
        return plugin;
    }

    /** The installation in that home, as it is. */
    public static Installation opened(FoxyAddress foxy, Path home, Machinery machinery) {
        return Installation.open(
                        Surroundings.none()
                                .commandLine(Setting.HOME, home.toString())
                                .commandLine(Setting.API_URL, foxy.api().toString())
                                .commandLine(
                                        Setting.AUTHORIZE_URL, foxy.authorize().toString())
                                .read(),
                        machinery)
                .deployed(new Presence("", "a benchmark", List.of()));
    }

    public Installation foxden() {
        return foxden;
    }

    /** Both legs of a consent, with the owner's browser between them. */
    public void consent() {
        Departure departure = begin();
        URI back = owner.open(departure.location()).redirect().orElseThrow();
        Map<String, String> answer = Query.of(back);
        foxden.authorization()
                .callback(
                        new CallbackQuery(answer.get("state"), answer.get("code"), answer.get("error"), null),
                        name -> name.equals(departure.cookie().name())
                                ? departure.cookie().value()
                                : null);
    }

    /** The first leg alone. */
    public Departure begin() {
        return foxden.authorization().begin(new Intent(null, null, true));
    }

    @Override
    public void close() {
        foxden.close();
        last.run();
    }
}
