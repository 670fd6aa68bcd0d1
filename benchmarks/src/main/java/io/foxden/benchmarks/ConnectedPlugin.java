package io.foxden.benchmarks;

import io.foxden.authorization.CallbackQuery;
import io.foxden.authorization.Departure;
import io.foxden.authorization.Intent;
import io.foxden.config.Setting;
import io.foxden.config.Surroundings;
import io.foxden.doctor.Presence;
import io.foxden.installation.InstallRequest;
import io.foxden.installation.Installation;
import io.foxden.testkit.Browser;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.SandboxOptions;
import io.foxden.testkit.fault.Consent;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An installation that is connected to a sandbox and holds a valid access token. */
public final class ConnectedPlugin implements AutoCloseable {
    private static final Map<String, String> DETAILS = Map.of(
            "project_name", "Benchmarks",
            "company_name", "Example",
            "contact_name", "Erin Example",
            "contact_email", "erin@example.com",
            "contact_phone", "+1 555 0100");

    private final Sandbox sandbox;
    private final Installation foxden;

    private ConnectedPlugin(Sandbox sandbox, Installation foxden) {
        this.sandbox = sandbox;
        this.foxden = foxden;
    }

    /** Registers and connects a new installation with its home in an empty folder. */
    public static ConnectedPlugin in(Path home) {
        Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));
        Installation foxden = Installation.open(Surroundings.none()
                .commandLine(Setting.HOME, home.toString())
                .commandLine(Setting.API_URL, sandbox.apiUrl().toString())
                .commandLine(Setting.AUTHORIZE_URL, sandbox.authorizeUrl().toString())
                .read());
        ConnectedPlugin plugin =
                new ConnectedPlugin(sandbox, foxden.deployed(new Presence("", "a benchmark", List.of())));
        plugin.connect();
        return plugin;
    }

    public Installation foxden() {
        return foxden;
    }

    private void connect() {
        foxden.install(new InstallRequest("https://shop.example.com", null, DETAILS));
        Departure departure = foxden.authorization().begin(Intent.plain());
        URI back = new Browser().open(departure.location()).redirect().orElseThrow();
        Map<String, String> answer = query(back.getRawQuery());
        foxden.authorization()
                .callback(
                        new CallbackQuery(answer.get("state"), answer.get("code"), answer.get("error"), null),
                        name -> name.equals(departure.cookie().name())
                                ? departure.cookie().value()
                                : null);
    }

    private static Map<String, String> query(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    @Override
    public void close() {
        foxden.close();
        sandbox.close();
    }
}
