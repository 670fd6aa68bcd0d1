package io.foxden.world;

import io.foxden.authorization.Arrival;
import io.foxden.authorization.CallbackQuery;
import io.foxden.authorization.Departure;
import io.foxden.authorization.Intent;
import io.foxden.authorization.Outcome;
import io.foxden.config.Settings;
import io.foxden.config.Surroundings;
import io.foxden.http.HttpAnswer;
import io.foxden.http.HttpRequest;
import io.foxden.http.JerseyWire;
import io.foxden.http.Wire;
import io.foxden.http.WireException;
import io.foxden.installation.InstallRequest;
import io.foxden.installation.Installation;
import io.foxden.installation.Installed;
import io.foxden.installation.Machinery;
import io.foxden.setting.HttpSettings;
import io.foxden.setting.Setting;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.SandboxOptions;
import io.foxden.testkit.SteppingClock;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One installation in its world: a home folder, a sandbox whose owner approves at once, and one clock for both. Waiting
 * moves the clock instead. Everything opened here is closed with it.
 */
public final class World implements AutoCloseable {
    public static final String SITE = "https://shop.example.com";
    public static final URI CALLBACK = URI.create(SITE + "/foxden/callback");

    private final Path home;
    private final SteppingClock clock = SteppingClock.at(Instant.parse("2026-11-23T17:42:00Z"));
    private final Sandbox sandbox;
    private final Map<Setting, String> settings = new EnumMap<>(Setting.class);
    private final Wire shared = new JerseyWire(HttpSettings.DEFAULT);
    private @Nullable ClassLoader vendor;
    private final List<Installation> opened = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    /** A new world whose home is a folder in this one. */
    public static World in(Path folder) {
        return in(folder, UnaryOperator.identity());
    }

    /** The same with another sandbox than the usual one. */
    public static World in(Path folder, UnaryOperator<SandboxOptions> change) {
        return new World(folder.resolve("home"), change);
    }

    private World(Path home, UnaryOperator<SandboxOptions> change) {
        this.home = home;
        this.sandbox = Sandbox.start(
                change.apply(SandboxOptions.standard().withClock(clock).withConsent(Consent.APPROVE)));
        settings.put(Setting.HOME, home.toString());
        settings.put(Setting.API_URL, sandbox.apiUrl().toString());
        settings.put(Setting.AUTHORIZE_URL, sandbox.authorizeUrl().toString());
        settings.put(Setting.BASE_PATH, "/foxden");
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public SteppingClock clock() {
        return clock;
    }

    public Path home() {
        return home;
    }

    /** How long Foxden waited, one entry for each time. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    /** A setting for every Foxden opened from now on; null takes it away. */
    public World set(Setting setting, @Nullable String value) {
        if (value == null) {
            settings.remove(setting);
        } else {
            settings.put(setting, value);
        }
        return this;
    }

    /** An integration's vendor ships these settings on the class path. */
    public World vendor(Map<String, String> properties) throws IOException {
        Path classes = home.resolveSibling("vendor");
        Path file = classes.resolve("META-INF/foxden/vendor.properties");
        Files.createDirectories(file.getParent());
        List<String> lines = new ArrayList<>();
        properties.forEach((name, value) -> lines.add(name + "=" + value));
        Files.write(file, lines);
        vendor = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
        return this;
    }

    public Settings settings() {
        Surroundings surroundings = Surroundings.none();
        if (vendor != null) {
            surroundings.vendor(vendor);
        }
        settings.forEach(surroundings::commandLine);
        return surroundings.read();
    }

    /** The world's clock, a pause that moves it, and otherwise the real things. */
    public Machinery machinery() {
        Machinery real = Machinery.real();
        return real.withClock(clock).withWire(this::wire).withPause(duration -> {
            pauses.add(duration);
            clock.advance(duration);
            return true;
        });
    }

    /** One for all who do not set it up otherwise: to set up another takes longer than most tests. */
    private Wire wire(HttpSettings http) {
        if (!http.equals(HttpSettings.DEFAULT)) {
            return new JerseyWire(http);
        }
        return new Wire() {
            @Override
            public HttpAnswer send(HttpRequest request) throws WireException {
                return shared.send(request);
            }

            @Override
            public void close() {
                // The world closes it.
            }
        };
    }

    /** Opens the installation, as one more process would. */
    public Installation open() {
        return open(UnaryOperator.identity());
    }

    public Installation open(UnaryOperator<Machinery> change) {
        return keep(Installation.open(settings(), change.apply(machinery())));
    }

    /** Has this one closed with the world. */
    public Installation keep(Installation foxden) {
        opened.add(foxden);
        return foxden;
    }

    /** Opens the installation, registered. */
    public Installation installed() {
        Installation foxden = open();
        install(foxden);
        return foxden;
    }

    /** Opens the installation, connected. */
    public Installation connected() {
        Installation foxden = installed();
        connect(foxden);
        return foxden;
    }

    public static Installed install(Installation foxden) {
        return foxden.install(request());
    }

    /** All that Foxy demands, for {@link #SITE}. */
    public static InstallRequest request() {
        return request(SITE);
    }

    public static InstallRequest request(String siteUrl) {
        return new InstallRequest(siteUrl, null, details());
    }

    public static Map<String, String> details() {
        Map<String, String> details = new HashMap<>();
        details.put("project_name", "Foxden at Shop & Söhne");
        details.put("company_name", "Example");
        details.put("contact_name", "Eve Example");
        details.put("contact_email", "eve@example.com");
        details.put("contact_phone", "+1 555 0100");
        return details;
    }

    /** The whole consent, asked for again where there is one. */
    public Arrival connect(Installation foxden) {
        Departure departure = foxden.authorization().begin(new Intent(null, null, true));
        return foxden.authorization().callback(visit(departure), cookies(departure));
    }

    /** Takes a browser to Foxy and tells what it is sent back with. */
    public CallbackQuery visit(Departure departure) {
        Map<String, String> query = query(redirect(departure.location()));
        return new CallbackQuery(
                query.get("state"), query.get("code"), query.get("error"), query.get("error_description"));
    }

    /** Not the testkit's browser, whose threads end when the collector finds it: tests here count threads. */
    private static URI redirect(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            String location = connection.getHeaderField("Location");
            if (location == null) {
                throw new AssertionError("Foxy did not send the browser back: " + connection.getResponseCode());
            }
            return URI.create(location);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cookies of a browser that got only this one. */
    public static UnaryOperator<@Nullable String> cookies(Departure departure) {
        return name ->
                departure.cookie().name().equals(name) ? departure.cookie().value() : null;
    }

    public static Map<String, String> query(URI address) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    /** The token requests of one grant type that reached Foxy so far. */
    public List<Exchange> tokenRequests(String grantType) {
        return sandbox.exchanges(Target.TOKEN).stream()
                .filter(exchange -> grantType.equals(exchange.grantType()))
                .toList();
    }

    public int refreshes() {
        return tokenRequests("refresh_token").size();
    }

    /** The file of a record, as text; empty where there is none. */
    public String record(String name) {
        return file("records/" + name + ".json");
    }

    /** The clock that only goes forward: it goes with the world's, as long as nobody sets that back. */
    public long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    /** The name of the record of the connection; a name that no record has where there is none. */
    public String connectionRecord() {
        try (Stream<Path> files = Files.list(home.resolve("records"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith("connection-") && name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .findFirst()
                    .orElse("connection-none");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of the record of the connection, as text; empty where there is none. */
    public String connection() {
        return record(connectionRecord());
    }

    /** The earlier version of the record of the connection, as text; empty where there is none. */
    public String connectionBefore() {
        return file("records/" + connectionRecord() + ".json.prev");
    }

    /** A file in the home, as text; empty where there is none. */
    public String file(String path) {
        Path file = home.resolve(path);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names and contents of all files in the home, one after the other. */
    public String allText() {
        StringBuilder all = new StringBuilder();
        bytes().forEach((name, content) ->
                all.append(name).append('\n').append(new String(content, StandardCharsets.ISO_8859_1)));
        return all.toString();
    }

    /** Every file in the home but the locks by its name, as hexadecimal text, for comparing. */
    public Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        bytes().forEach((name, content) -> {
            if (!name.startsWith("locks")) {
                contents.put(name, HexFormat.of().formatHex(content));
            }
        });
        return contents;
    }

    /** Every file in the home by its name. */
    public Map<String, byte[]> bytes() {
        try (Stream<Path> files = Files.walk(home)) {
            Map<String, byte[]> bytes = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(home.relativize(file).toString(), Files.readAllBytes(file));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers where that is called for, and has the owner consent; how that ends. */
    public Outcome connectAnew(Installation foxden) {
        install(foxden);
        return connect(foxden).outcome();
    }

    /** Closes every Foxden opened so far. */
    public void closeAll() {
        opened.forEach(Installation::close);
        opened.clear();
    }

    @Override
    public void close() {
        closeAll();
        shared.close();
        sandbox.close();
    }
}
