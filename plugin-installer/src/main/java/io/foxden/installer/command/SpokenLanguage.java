package io.foxden.installer.command;

import io.foxden.config.Settings;
import io.foxden.words.Words;
import java.util.Map;
import java.util.stream.Stream;

/** In which language a command speaks: the one that is set, else that of the terminal's locale, else English. */
final class SpokenLanguage {
    private SpokenLanguage() {}

    static Words words(Settings settings, Map<String, String> environment) {
        return settings.languages().words(ofLocale(environment));
    }

    /** The locale of messages (POSIX, section 8.2) as a language tag: {@code de_AT.UTF-8@euro} is {@code de-AT}. */
    static String ofLocale(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        return locale.split("[.@]", 2)[0].replace('_', '-');
    }
}
