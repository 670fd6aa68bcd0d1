package io.foxden.installer;

import io.foxden.config.Surroundings;
import io.foxden.installation.Installation;
import io.foxden.problem.FoxdenException;
import io.foxden.setting.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Works on a home as a web application does, in a process of its own: refreshes at each line, and says how it went. */
final class LiveServer {
    private LiveServer() {}

    public static void main(String[] homeAndAddresses) throws IOException {
        Surroundings surroundings = Surroundings.none()
                .commandLine(Setting.HOME, homeAndAddresses[0])
                .commandLine(Setting.API_URL, homeAndAddresses[1])
                .commandLine(Setting.AUTHORIZE_URL, homeAndAddresses[2]);
        try (Installation foxden = Installation.open(surroundings.read()).prepare()) {
            System.out.println("open");
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (lines.readLine() != null) {
                System.out.println(refreshed(foxden));
            }
        } catch (FoxdenException e) {
            System.out.println(e.code().word() + ": " + e.problem().detail() + " "
                    + e.problem().remedy());
        }
    }

    private static String refreshed(Installation foxden) {
        try {
            return foxden.refresh().phase().word();
        } catch (FoxdenException e) {
            return e.code().word();
        }
    }
}
