package io.foxden.installer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalTest {
    @Test
    void a_terminal_with_a_name_shows_colours() {
        assertThat(Terminal.colour(Map.of("TERM", "xterm-256color"))).isTrue();
    }

    @Test
    void nobody_who_asks_for_no_colour_gets_any() {
        assertThat(Terminal.colour(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
    }

    @Test
    void an_empty_NO_COLOR_asks_for_nothing() {
        assertThat(Terminal.colour(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
    }

    @Test
    void a_dumb_or_unknown_terminal_shows_none() {
        assertThat(Terminal.colour(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminal.colour(Map.of())).isFalse();
    }
}
