package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.authorization.Arrival;
import io.foxden.authorization.CallbackQuery;
import io.foxden.authorization.Departure;
import io.foxden.authorization.Intent;
import io.foxden.config.Surroundings;
import io.foxden.installation.Installation;
import io.foxden.setting.Setting;
import io.foxden.testkit.Browser;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.SandboxOptions;
import io.foxden.testkit.fault.Consent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An installation to run commands on, and the Foxy it talks to, which approves at once. */
final class Site implements AutoCloseable {
    static final String SITE_URL = "https://shop.example.com";

    private static final String[] DETAILS = {
        "--company-name",
        "Acme",
        "--contact-name",
        "Ada",
        "--contact-email",
        "ada@example.com",
        "--contact-phone",
        "+1 555"
    };

    final Sandbox foxy = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));
    final Path home;
    private final Cli cli;

    /** @param folder in which an empty home is made */
    Site(Path folder) {
        home = made(folder.resolve("home"));
        cli = new Cli(folder)
                .environment("FOXDEN_API_URL", foxy.apiUrl().toString())
                .environment("FOXDEN_AUTHORIZE_URL", foxy.authorizeUrl().toString());
    }

    private static Path made(Path home) {
        try {
            return Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cli cli() {
        return cli;
    }

    /** A command on this installation. */
    Cli.Run run(String... arguments) {
        List<String> line = new ArrayList<>(List.of("--home", home.toString()));
        line.addAll(Arrays.asList(arguments));
        return cli.run(line.toArray(String[]::new));
    }

    /** The same for a script. */
    Cli.Run json(String... arguments) {
        List<String> line = new ArrayList<>(Arrays.asList(arguments));
        line.add("--json");
        return run(line.toArray(String[]::new));
    }

    /** Installs with all that Foxy asks for. */
    Cli.Run install(String... more) {
        return run(installation(more).toArray(String[]::new));
    }

    /** The words for that. */
    List<String> installation(String... more) {
        List<String> line = new ArrayList<>(List.of("install", "--site-url", SITE_URL));
        line.addAll(Arrays.asList(DETAILS));
        line.addAll(Arrays.asList(more));
        return line;
    }

    /** Both legs of the consent, with Foxy's approval between them, as the web application would do them. */
    void connect() {
        Surroundings surroundings = Surroundings.none()
                .commandLine(Setting.HOME, home.toString())
                .commandLine(Setting.API_URL, foxy.apiUrl().toString())
                .commandLine(Setting.AUTHORIZE_URL, foxy.authorizeUrl().toString());
        try (Installation foxden = Installation.open(surroundings.read())) {
            Departure departure = foxden.authorization().begin(new Intent(null, null, true));
            URI back = new Browser().open(departure.location()).redirect().orElseThrow();
            Map<String, String> query = query(back);
            Arrival arrival = foxden.authorization()
                    .callback(
                            new CallbackQuery(query.get("state"), query.get("code"), null, null),
                            name -> name.equals(departure.cookie().name())
                                    ? departure.cookie().value()
                                    : null);
            assertThat(arrival.problem()).isNull();
        }
    }

    /** The phase now, as a command tells it. */
    String phase() {
        return String.valueOf(json("status").json().get("phase"));
    }

    /** The client id in use, as a command tells it; "none" without a client. */
    String clientId() {
        return json("status").json().get("client") instanceof Map<?, ?> client
                ? String.valueOf(client.get("client_id"))
                : "none";
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : uri.getQuery().split("&", -1)) {
            query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return query;
    }

    @Override
    public void close() {
        foxy.close();
    }
}
