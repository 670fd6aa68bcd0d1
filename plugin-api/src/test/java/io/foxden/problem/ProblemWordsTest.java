package io.foxden.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.words.Message;
import io.foxden.words.Words;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of every code are in the bundle, and a problem is put into a language when it is shown. */
class ProblemWordsTest {
    private static final Words PSEUDO = Words.in(Words.PSEUDO);

    @ParameterizedTest
    @EnumSource
    void nothing_of_a_code_is_said_without_the_bundle(Code code) {
        assertThat(PSEUDO.text(code.heading())).startsWith("[").endsWith("]");
        assertThat(PSEUDO.text(code.next())).startsWith("[").endsWith("]");
    }

    @Test
    void each_usual_next_step_belongs_to_a_code() {
        Set<Message> steps = new HashSet<>();
        Arrays.stream(Code.values()).map(Code::next).forEach(steps::add);

        assertThat(steps).hasSameSizeAs(Remedy.values());
    }

    @Test
    void a_problem_is_said_in_the_language_asked_for() {
        Problem problem = Problem.of(Code.LOCKED, Message.of("problem/title.internal"));

        assertThat(problem.detail()).isEqualTo("An error of Foxden's own");
        assertThat(problem.detail(PSEUDO)).isEqualTo("[An error of Foxden's own]");
        assertThat(problem.remedy(PSEUDO)).startsWith("[").endsWith("]");
    }
}
