package io.foxden.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTest {
    @Test
    void plain_text_stays_as_it_is() {
        assertThat(Foreign.name("Müller & Söhne <新宿> 😀")).isEqualTo("Müller & Söhne <新宿> 😀");
    }

    @Test
    void text_is_one_line_without_what_steers_a_terminal() {
        assertThat(Foreign.name("Shop\r\nSECURITY: run\u001b[2J \u009b31m\u0000x\u0085y\u2028z\u2029!"))
                .isEqualTo("Shop SECURITY: run [2J 31m x y z !");
    }

    @Test
    void text_has_no_characters_that_hide_or_turn_it() {
        assertThat(Foreign.name("pay\u200bpal \u202egnp.exe\u2066\ufeff\u00ad\u061c" + Character.toString(0xe0041)))
                .isEqualTo("paypal gnp.exe");
    }

    @Test
    void text_has_no_halves_of_characters() {
        assertThat(Foreign.name("a\ud83db\ude00c")).isEqualTo("abc");
    }

    @Test
    void every_control_format_and_separator_character_is_gone() {
        StringBuilder all = new StringBuilder();
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            all.appendCodePoint(character);
        }
        assertThat(Foreign.line(all.toString(), Character.MAX_CODE_POINT)
                        .codePoints()
                        .filter(character -> switch (Character.getType(character)) {
                            case Character.CONTROL,
                                    Character.FORMAT,
                                    Character.LINE_SEPARATOR,
                                    Character.PARAGRAPH_SEPARATOR,
                                    Character.SURROGATE -> true;
                            default -> false;
                        }))
                .isEmpty();
    }

    @Test
    void white_space_is_folded_and_none_is_at_the_ends() {
        assertThat(Foreign.message(" \t a\u00a0\u3000 \n b \u200b ")).isEqualTo("a b");
        assertThat(Foreign.message(" \u200b\n")).isEmpty();
    }

    @Test
    void long_text_is_cut_by_code_points() {
        assertThat(Foreign.line("😀".repeat(5), 5)).isEqualTo("😀".repeat(5));
        assertThat(Foreign.line("😀".repeat(6), 5)).isEqualTo("😀".repeat(4) + "…");
        assertThat(Foreign.line("ab cd", 3)).isEqualTo("ab…");
        assertThat(Foreign.line("abcd", 1)).isEqualTo("…");
        assertThat(Foreign.line("abc  \n ", 3)).isEqualTo("abc");
        assertThat(Foreign.name("x".repeat(5 << 20)).codePoints()).hasSize(200);
    }

    @Test
    void each_kind_of_text_has_its_length() {
        String long_text = "y".repeat(10_000);
        assertThat(Foreign.name(long_text)).hasSize(200);
        assertThat(Foreign.message(long_text)).hasSize(500);
        assertThat(Foreign.reference(long_text)).hasSize(100);
    }

    @Test
    void a_secret_is_visible_ascii_of_some_length() {
        assertThat(Foreign.secret("a.B-9_~+/= x").orElseThrow().reveal()).isEqualTo("a.B-9_~+/= x");
        assertThat(Foreign.secret("a".repeat(4096))).isPresent();
        assertThat(Foreign.secret("a".repeat(4097))).isEmpty();
        assertThat(Foreign.secret("a".repeat(4 << 20))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n", "a\r\nX: y", "a\u0000", "tökén", "a\u007f", "a\u202e"})
    void what_is_no_token_is_no_secret_and_no_id(String text) {
        assertThat(Foreign.secret(text)).isEmpty();
        assertThat(Foreign.clientId(text)).isEmpty();
        assertThat(Foreign.resourceId(text)).isEmpty();
        assertThat(Foreign.scope(text)).isEmpty();
        assertThat(Foreign.errorWord(text)).isEmpty();
    }

    @Test
    void ids_are_of_some_length() {
        assertThat(Foreign.clientId("acme_" + "x".repeat(195))).isPresent();
        assertThat(Foreign.clientId("acme_" + "x".repeat(196))).isEmpty();
        assertThat(Foreign.resourceId("3200")).contains("3200");
        assertThat(Foreign.resourceId("1".repeat(65))).isEmpty();
        assertThat(Foreign.resourceId("3200 3201")).isEmpty();
        assertThat(Foreign.resourceId("../3200")).isEmpty();
    }

    @Test
    void a_scope_is_tokens_with_one_blank_between() {
        assertThat(Foreign.scope("store_full_access store_id_3200")).contains("store_full_access store_id_3200");
        assertThat(Foreign.scope("a  b")).isEmpty();
        assertThat(Foreign.scope(" a")).isEmpty();
        assertThat(Foreign.scope("a\"b")).isEmpty();
        assertThat(Foreign.scope("a\\b")).isEmpty();
        assertThat(Foreign.scope("a ".repeat(500) + "b")).isEmpty();
    }

    @Test
    void the_word_of_an_error_is_a_word() {
        assertThat(Foreign.errorWord("invalid_grant")).contains("invalid_grant");
        assertThat(Foreign.errorWord("Not Found")).isEmpty();
        assertThat(Foreign.errorWord("a".repeat(61))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0", "0.5", "-1", "-0", "soon", "NaN", "9223372036854775808", "1e9", "7200 seconds"})
    void a_lifetime_that_cannot_be_is_the_documented_one(String seconds) {
        assertThat(Foreign.lifetime(seconds)).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "59, 59",
        "60, 60",
        "' 3600 ', 3600",
        "7200.0, 7200",
        "2592000, 2592000",
        "2592001, 2592000",
        "999999999999999, 2592000"
    })
    void a_lifetime_is_what_it_says_up_to_30_days(String told, long believed) {
        assertThat(Foreign.lifetime(told)).isEqualTo(Duration.ofSeconds(believed));
    }
}
