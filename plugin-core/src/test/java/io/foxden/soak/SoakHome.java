package io.foxden.soak;

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
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The home that all processes share, and what a person does with it. */
record SoakHome(Path folder, URI api, URI authorize) {
    /** Enough for a machine that is busy: an answer that is given up although Foxy rotated is lost for everybody. */
    private static final String PATIENCE = "4s";

    private static final Map<String, String> DETAILS = Map.of(
            "project_name", "Soak",
            "company_name", "Example",
            "contact_name", "Erin Example",
            "contact_email", "erin@example.com",
            "contact_phone", "+1 555 0100");

    Installation open(SoakClock clock) {
        return Installation.open(
                        Surroundings.none()
                                .commandLine(Setting.HOME, folder.toString())
                                .commandLine(Setting.API_URL, api.toString())
                                .commandLine(Setting.AUTHORIZE_URL, authorize.toString())
                                .commandLine(Setting.HTTP_CONNECT_TIMEOUT, PATIENCE)
                                .commandLine(Setting.HTTP_READ_TIMEOUT, PATIENCE)
                                .read(),
                        Machinery.real().withTime(clock, clock::nanos))
                .deployed(new Presence("", "a soak", List.of()));
    }

    static void install(Installation foxden) {
        foxden.install(new InstallRequest("https://shop.example.com", null, DETAILS));
    }

    /** The owner says yes, again where something is connected already. */
    static void consent(Installation foxden) {
        Departure departure = foxden.authorization().begin(new Intent(null, null, true));
        URI back = new Browser().open(departure.location()).redirect().orElseThrow();
        Map<String, String> answer = query(back);
        foxden.authorization()
                .callback(
                        new CallbackQuery(answer.get("state"), answer.get("code"), answer.get("error"), null),
                        name -> name.equals(departure.cookie().name())
                                ? departure.cookie().value()
                                : null);
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> values = new HashMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }
}
