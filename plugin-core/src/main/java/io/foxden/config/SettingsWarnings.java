package io.foxden.config;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.setting.Setting;
import io.foxden.words.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is allowed and still unwise. */
final class SettingsWarnings {
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\..*|\\[::1]");

    private SettingsWarnings() {}

    static List<Problem> of(Settings settings) {
        List<Problem> warnings = new ArrayList<>();
        if (settings.trustedProxies().includeEverybody()) {
            warnings.add(warning(Message.of("config/everybody-trusted"), "config/everybody-trusted.next"));
        }
        unprotected(Setting.API_URL, settings.apiUrl(), warnings);
        unprotected(Setting.AUTHORIZE_URL, settings.authorizeUrl(), warnings);
        if (settings.given().contains(Setting.API_URL) != settings.given().contains(Setting.AUTHORIZE_URL)) {
            Message what = Message.of("config/half-of-foxy")
                    .with("api_url", settings.apiUrl())
                    .with("authorize_url", settings.authorizeUrl());
            warnings.add(warning(what, "config/half-of-foxy.next"));
        }
        return warnings;
    }

    private static void unprotected(Setting setting, URI address, List<Problem> warnings) {
        if (address.getScheme().equals("http")
                && !THIS_MACHINE.matcher(address.getHost()).matches()) {
            Message what =
                    Message.of("config/in-clear").with("setting", setting).with("address", address);
            warnings.add(warning(what, "config/in-clear.next"));
        }
    }

    private static Problem warning(Message what, String next) {
        return Problem.of(Code.BAD_SETTING, what).withNext(Message.of(next));
    }
}
