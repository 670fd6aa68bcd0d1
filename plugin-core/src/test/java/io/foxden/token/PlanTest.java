package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.problem.Code;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void a_day_out_of_reach_costs_fewer_than_fifteen_attempts() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(attempts(Code.API_UNREACHABLE, DAY, seed)).isBetween(8, 14);
        }
    }

    @Test
    void a_short_trouble_is_noticed_within_seconds() {
        assertThat(wait(Code.API_UNREACHABLE, 1)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void a_refusal_is_asked_about_at_least_hourly_while_an_access_token_lives() {
        Duration passed = Duration.ZERO;
        for (int times = 1; passed.compareTo(Duration.ofHours(2)) < 0; times++) {
            Duration wait = wait(Code.NEEDS_RECONNECT, times);
            assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(68));
            passed = passed.plus(wait);
        }
    }

    @Test
    void a_refusal_that_repeats_is_asked_about_less_often_and_never_never() {
        Duration before = Duration.ZERO;
        for (int times = 1; times < 100; times++) {
            Duration wait = Plan.wait(Code.CLIENT_UNKNOWN, times, Duration.ZERO, new Random(1) {
                @Override
                public long nextLong(long bound) {
                    return 0;
                }
            });
            assertThat(wait).isBetween(before, DAY);
            before = wait;
        }
        assertThat(before).isEqualTo(DAY);
    }

    @Test
    void a_wish_to_wait_is_a_floor_up_to_a_day() {
        assertThat(waiting(Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(waiting(Duration.ofMillis(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(waiting(Duration.ofDays(400))).isEqualTo(DAY);
    }

    @Test
    void many_installations_do_not_come_back_together() {
        assertThat(Plan.wait(Code.API_UNREACHABLE, 5, Duration.ZERO, new Random(1)))
                .isNotEqualTo(Plan.wait(Code.API_UNREACHABLE, 5, Duration.ZERO, new Random(2)));
    }

    @Test
    void a_brief_token_is_believed_and_one_brief_token_after_the_other_less_and_less() {
        assertThat(Plan.believed(Duration.ofSeconds(2), 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Plan.believed(Duration.ofSeconds(20), 8)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Plan.believed(Duration.ofSeconds(1), 12)).isEqualTo(Duration.ofSeconds(64));
        assertThat(Plan.believed(Duration.ofSeconds(1), 1000)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Plan.believed(Duration.ofHours(2), 0)).isEqualTo(Duration.ofHours(2));
    }

    private static int attempts(Code code, Duration time, long seed) {
        Random random = new Random(seed);
        Duration passed = Duration.ZERO;
        int attempts = 1;
        while (true) {
            passed = passed.plus(Plan.wait(code, attempts, Duration.ZERO, random));
            if (passed.compareTo(time) > 0) {
                return attempts;
            }
            attempts++;
        }
    }

    private static Duration wait(Code code, int times) {
        return Plan.wait(code, times, Duration.ZERO, new Random(3));
    }

    private static Duration waiting(Duration wish) {
        return Plan.wait(Code.API_UNREACHABLE, 1, wish, new Random(4));
    }
}
