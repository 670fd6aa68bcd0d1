package io.foxden.installer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpokenLanguageTest {
    @ParameterizedTest
    @CsvSource({
        "de_AT.UTF-8@euro, de-AT",
        "ja_JP.eucJP, ja-JP",
        "fr, fr",
        "es@currency, es",
        "C.UTF-8, C",
        "POSIX, POSIX"
    })
    void a_locale_names_a_language(String locale, String language) {
        assertThat(SpokenLanguage.ofLocale(Map.of("LANG", locale))).isEqualTo(language);
    }

    @Test
    void what_is_meant_for_messages_counts_more_than_what_is_meant_for_all() {
        assertThat(SpokenLanguage.ofLocale(Map.of("LANG", "de_DE", "LC_MESSAGES", "fr_FR")))
                .isEqualTo("fr-FR");
        assertThat(SpokenLanguage.ofLocale(Map.of("LC_ALL", "ja_JP", "LC_MESSAGES", "fr_FR")))
                .isEqualTo("ja-JP");
        assertThat(SpokenLanguage.ofLocale(Map.of("LC_ALL", "", "LANG", "es_ES")))
                .isEqualTo("es-ES");
        assertThat(SpokenLanguage.ofLocale(Map.of())).isEmpty();
    }
}
