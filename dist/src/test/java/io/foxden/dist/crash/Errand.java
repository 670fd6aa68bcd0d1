package io.foxden.dist.crash;

import io.foxden.Phase;
import io.foxden.authorization.Arrival;
import io.foxden.authorization.BindingCookie;
import io.foxden.authorization.CallbackQuery;
import io.foxden.authorization.Departure;
import io.foxden.authorization.Intent;
import io.foxden.authorization.Outcome;
import io.foxden.config.Settings;
import io.foxden.config.Surroundings;
import io.foxden.doctor.Presence;
import io.foxden.file.Steps;
import io.foxden.installation.InstallRequest;
import io.foxden.installation.Installation;
import io.foxden.installation.Machinery;
import io.foxden.setting.Setting;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole way of an installation against a sandbox that approves by itself: register, connect, refresh. Runs in the
 * test's own JVM, or by {@link #main} in one that gets killed on the way; each run goes on from what it finds.
 *
 * @param home the home folder
 * @param site the public address it registers with
 */
record Errand(Path home, URI site, URI api, URI authorize) {
    private static final Map<String, String> DETAILS = Map.of(
            "project_name", "Crash test",
            "company_name", "Example",
            "contact_name", "Erin Example",
            "contact_email", "erin@example.com",
            "contact_phone", "+1 555 0100");
    /** How a JVM ends that halted itself at a step. */
    static final int HALTED = 9;

    /** An errand to a sandbox, under a name that no other has. */
    static Errand of(Path home, String name, Sandbox sandbox) {
        return new Errand(
                home, URI.create("https://" + name + ".example.com"), sandbox.apiUrl(), sandbox.authorizeUrl());
    }

    /** What {@link #main} makes this errand of. */
    List<String> arguments() {
        return List.of(home.toString(), site.toString(), api.toString(), authorize.toString());
    }

    /** Arguments: the four parts of the errand, and after how many file steps to halt the JVM (0: never). */
    public static void main(String[] arguments) {
        Errand errand = new Errand(
                Path.of(arguments[0]), URI.create(arguments[1]), URI.create(arguments[2]), URI.create(arguments[3]));
        Countdown countdown = new Countdown(Integer.parseInt(arguments[4]));
        errand.run(countdown);
        System.out.println("steps " + countdown.passed);
    }

    /** Does what is still to be done; at the end the store is connected and the access token new. */
    void run(Steps steps) {
        try (Installation foxden =
                Installation.open(settings(), Machinery.real().withSteps(steps))) {
            foxden.deployed(new Presence("", "a test", List.of())).access().prepare();
            foxden.install(new InstallRequest(site.toString(), null, DETAILS));
            if (foxden.status().phase() != Phase.CONNECTED) {
                connect(foxden);
            }
            foxden.refresh();
        }
    }

    Settings settings() {
        return Surroundings.none()
                .commandLine(Setting.HOME, home.toString())
                .commandLine(Setting.API_URL, api.toString())
                .commandLine(Setting.AUTHORIZE_URL, authorize.toString())
                .read();
    }

    private static void connect(Installation foxden) {
        Departure departure = foxden.authorization().begin(Intent.plain());
        BindingCookie cookie = departure.cookie();
        Map<String, String> query = query(redirect(departure.location()));
        Arrival arrival = foxden.authorization()
                .callback(
                        new CallbackQuery(query.get("state"), query.get("code"), query.get("error"), null),
                        name -> name.equals(cookie.name()) ? cookie.value() : null);
        if (arrival.outcome() != Outcome.CONNECTED) {
            throw new IllegalStateException("The consent ended with " + arrival);
        }
    }

    /** Where the sandbox sends the browser back to. */
    private static URI redirect(URI location) {
        try {
            HttpURLConnection connection = (HttpURLConnection) location.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            URI back = URI.create(connection.getHeaderField("Location"));
            connection.disconnect();
            return back;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> values = new HashMap<>();
        for (String pair : uri.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    /** Halts the JVM, as a power cut would, once so many steps have been made. */
    private static final class Countdown implements Steps {
        private final int last;
        private int passed;

        Countdown(int last) {
            this.last = last;
        }

        @Override
        public synchronized void reached(String step) {
            passed++;
            if (passed == last) {
                Runtime.getRuntime().halt(HALTED);
            }
        }
    }
}
