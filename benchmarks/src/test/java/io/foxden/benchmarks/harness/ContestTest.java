package io.foxden.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {
    private final List<String> turns = new ArrayList<>();

    @Test
    void contenders_take_turns_and_begin_by_turns() throws Exception {
        Contest.of(rounds(3), List.of(scripted("ours", 1, 1, 1), scripted("theirs", 1, 1, 1)));

        assertThat(turns).containsExactly("ours", "theirs", "theirs", "ours", "ours", "theirs");
    }

    @Test
    void a_ratio_is_taken_within_a_round_and_the_first_round_does_not_count() throws Exception {
        Contest contest =
                Contest.of(rounds(4), List.of(scripted("ours", 900, 10, 20, 40), scripted("theirs", 1, 20, 40, 80)));

        assertThat(contest.speed(1)).as("twice as fast in each").isEqualTo(2);
        assertThat(contest.nanos(0)).isEqualTo(20);
        assertThat(contest.speeds("work", "≥ 1.00"))
                .containsExactly(new Line("work", "20.0 ns", "theirs", "40.0 ns", "2.00", "≥ 1.00"));
    }

    private static Effort rounds(int rounds) {
        return new Effort(rounds, Duration.ZERO, 0);
    }

    private Contender scripted(String name, double... nanos) {
        Deque<Sample> samples = new ArrayDeque<>();
        for (double each : nanos) {
            samples.add(new Sample(each, 0));
        }
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Sample work(Duration slice) {
                turns.add(name);
                return samples.remove();
            }
        };
    }
}
