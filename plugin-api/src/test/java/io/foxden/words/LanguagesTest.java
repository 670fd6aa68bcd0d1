package io.foxden.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    private final Languages english = Languages.of(Optional.empty());
    private final Languages three = new Languages(null, List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | de",
                "de-AT, en;q=0.8 | de",
                "DE-at-1996 | de",
                "en;q=0.5, fr;q=0.9 | fr",
                "tlh, fr-CA;q=0.3, de;q=0.2 | fr",
                "ja, ar | en",
                "en-GB, de | en",
                "*, de;q=0.5 | de"
            })
    void the_first_that_is_read_and_there_is_chosen(String accepted, String chosen) {
        assertThat(three.words(accepted).locale()).isEqualTo(Locale.forLanguageTag(chosen));
        assertThat(three.vary()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*", ";q=", "de;q=2", "d\u0000e", "-----", "\u202e", "en-XA"})
    void what_says_nothing_is_english(@Nullable String accepted) {
        assertThat(three.words(accepted).locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void a_header_longer_than_any_browsers_is_not_looked_at() {
        assertThat(three.words("de" + ", fr".repeat(10_000)).locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void the_one_that_is_set_counts_for_everybody() {
        Languages german = new Languages(Locale.GERMAN, List.of(Locale.ENGLISH, Locale.GERMAN));

        assertThat(german.words("en").locale()).isEqualTo(Locale.GERMAN);
        assertThat(german.words().locale()).isEqualTo(Locale.GERMAN);
        assertThat(german.vary()).isFalse();
    }

    @Test
    void a_language_without_texts_is_shown_in_english_and_says_so() {
        Languages set = Languages.of(Optional.of(Locale.JAPANESE));

        assertThat(set.words().locale()).isEqualTo(Locale.ENGLISH);
        assertThat(english.words("ja").locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void while_there_is_one_language_nothing_depends_on_the_reader() {
        assertThat(english.vary()).isFalse();
    }

    @Test
    void the_pseudo_language_can_be_set() {
        assertThat(Languages.of(Optional.of(Words.PSEUDO)).words("en").locale()).isEqualTo(Words.PSEUDO);
    }
}
