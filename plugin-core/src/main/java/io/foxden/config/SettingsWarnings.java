package io.foxden.config;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.setting.Setting;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is allowed and still unwise. */
final class SettingsWarnings {
    private static final int GUESSABLE = 20;
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\..*|\\[::1]");

    private SettingsWarnings() {}

    static List<Problem> of(Settings settings) {
        List<Problem> warnings = new ArrayList<>();
        if (settings.adminToken()
                .filter(token -> token.reveal().length() < GUESSABLE)
                .isPresent()) {
            warnings.add(warning(
                    "foxden.admin.token has fewer than " + GUESSABLE + " characters and may be guessed.",
                    "Give a random one, such as 'openssl rand -hex 32' prints."));
        }
        if (settings.trustedProxies().includeEverybody()) {
            warnings.add(warning(
                    "foxden.trusted-proxies includes every address, so that anybody can pretend to come from anywhere.",
                    "Name the proxies' own addresses."));
        }
        unprotected(Setting.API_URL, settings.apiUrl(), warnings);
        unprotected(Setting.AUTHORIZE_URL, settings.authorizeUrl(), warnings);
        if (settings.given().contains(Setting.API_URL) != settings.given().contains(Setting.AUTHORIZE_URL)) {
            warnings.add(warning(
                    "Only one of foxden.api-url (now " + settings.apiUrl() + ") and foxden.authorize-url (now "
                            + settings.authorizeUrl() + ") is given; they belong to one Foxy.",
                    "Give both, or neither and foxden.environment."));
        }
        return warnings;
    }

    private static void unprotected(Setting setting, URI address, List<Problem> warnings) {
        if (address.getScheme().equals("http")
                && !THIS_MACHINE.matcher(address.getHost()).matches()) {
            warnings.add(warning(setting + " is " + address + ": secrets travel in clear.", "Use an https address."));
        }
    }

    private static Problem warning(String detail, String remedy) {
        return Problem.of(Code.BAD_SETTING, detail).withRemedy(remedy);
    }
}
