package io.foxden.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.problem.Code;
import io.foxden.words.Words;
import io.foxden.world.LogCapture;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ToldTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    static Stream<Class<?>> kinds() {
        return Stream.of(Event.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_event_has_a_sentence_with_its_facts_filled_in(Class<?> kind) throws ReflectiveOperationException {
        Told told = Told.of(NOW, Samples.of(kind));

        String sentence = told.sentence().toString();
        assertThat(sentence).endsWith(".").doesNotContain("{").doesNotContain("told.");
        assertThat(Words.in(Words.PSEUDO).text(told.sentence())).startsWith("[").endsWith("]");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_event_is_read_from_the_line_it_was_set_down_in(Class<?> kind) throws ReflectiveOperationException {
        Told told = Told.of(NOW, Samples.of(kind));

        assertThat(Told.read(told.line())).contains(told);
    }

    @Test
    void what_a_later_version_told_is_shown_by_its_word_and_facts() {
        Told told = new Told(NOW, "teleported", Map.of("metres", "7"));

        assertThat(told.sentence()).hasToString("teleported {metres=7}");
    }

    @Test
    void the_log_warns_where_something_begins_to_be_wrong_and_only_there() {
        EventLog log = new EventLog();
        try (LogCapture lines = new LogCapture()) {
            log.heard(NOW, new Event.Failed("default", Code.API_UNREACHABLE, "id-1"));
            log.heard(NOW, new Event.Healed("default", Code.API_UNREACHABLE, NOW));
            log.heard(NOW, new Event.Refreshed("default", NOW));

            assertThat(lines.lines())
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .startsWith("WARN")
                                    .contains("Foxy cannot be reached, logref id-1."),
                            line -> assertThat(line).startsWith("INFO").contains("well again"),
                            line -> assertThat(line).startsWith("DEBUG"));
        }
    }
}
