package io.foxden.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final Words ENGLISH = Words.english();

    @Test
    void arguments_are_filled_in_by_name_and_nothing_in_them_has_a_meaning() {
        Message message =
                Message.of("words/list").with("first", "{rest} '{' $1 \\ ''").with("rest", 7);

        assertThat(ENGLISH.text(message)).isEqualTo("{rest} '{' $1 \\ '', 7");
    }

    @Test
    void an_argument_may_be_a_message_an_instant_or_a_list() {
        Instant instant = Instant.parse("2026-11-28T10:00:00.123456789Z");
        Message message = Message.of("words/list")
                .with("first", List.of("a", Message.asIs("b"), "c"))
                .with("rest", instant);

        assertThat(ENGLISH.text(message)).isEqualTo("a, b, c, 2026-11-28T10:00:00Z");
        assertThat(ENGLISH.text(Message.of("words/as-is").with("text", List.of())))
                .isEqualTo("none");
    }

    @Test
    void a_language_that_lacks_a_text_has_the_english_one() {
        Message title = Message.of("problem/title.locked");

        assertThat(Words.in(Locale.forLanguageTag("tlh")).text(title)).isEqualTo(ENGLISH.text(title));
        assertThat(title).hasToString("Another process is at work on this installation");
    }

    @Test
    void what_has_no_text_is_shown_by_its_key_and_never_throws() {
        assertThat(ENGLISH.text(Message.of("nowhere/at-all").with("n", 3))).isEqualTo("nowhere/at-all {n=3}");
        assertThat(ENGLISH.text("words/at-all")).isEqualTo("words/at-all");
        assertThat(ENGLISH.text(Message.of("words/list").with("first", "a"))).isEqualTo("a, {rest}");
        assertThat(ENGLISH.knows("words/at-all")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "/key", "../secret/key", "words/", "Words/key", "words//key", "words/a b"})
    void what_leads_out_of_the_bundles_is_no_key(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> Message.of(key));
    }

    @Test
    void the_pseudo_language_has_brackets_around_each_text_but_none_around_what_is_the_same_in_all() {
        Words pseudo = Words.in(Words.PSEUDO);

        assertThat(pseudo.text("problem/title.locked")).isEqualTo("[Another process is at work on this installation]");
        assertThat(pseudo.text(Message.asIs("shop.example"))).isEqualTo("shop.example");
    }
}
