package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.TryLaterException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final FoxdenException failure = new TryLaterException(Code.API_UNREACHABLE, "Gone.");

    private final Backoff backoff = new Backoff(new Random(7));

    @Test
    void before_a_failure_nothing_stands() {
        assertThat(backoff.standing(0)).isNull();
    }

    @Test
    void the_first_failure_stands_for_one_to_one_and_a_half_seconds() {
        backoff.failed(failure, 0);

        assertThat(backoff.standing(999)).isSameAs(failure);
        assertThat(backoff.standing(1500)).isNull();
    }

    @Test
    void each_further_one_stands_twice_as_long_up_to_five_minutes() {
        for (int failures = 1; failures <= 40; failures++) {
            backoff.failed(failure, 0);
            long seconds = Math.min(300, 1L << Math.min(failures - 1, 30));
            assertThat(backoff.standing(seconds * 1000 - 1)).isSameAs(failure);
            assertThat(backoff.standing(seconds * 1500)).isNull();
        }
    }

    @Test
    void a_success_ends_it() {
        backoff.failed(failure, 0);
        backoff.failed(failure, 0);
        backoff.succeeded();
        assertThat(backoff.standing(0)).isNull();

        backoff.failed(failure, 0);
        assertThat(backoff.standing(1500)).isNull();
    }

    @Test
    void a_wish_to_wait_is_respected_up_to_an_hour() {
        backoff.failed(wishing(Duration.ofMinutes(10)), 0);
        assertThat(backoff.standing(599_999)).isNotNull();
        assertThat(backoff.standing(600_000)).isNull();

        backoff.failed(wishing(Duration.ofDays(1)), 0);
        assertThat(backoff.standing(3_599_999)).isNotNull();
        assertThat(backoff.standing(3_600_000)).isNull();
    }

    @Test
    void a_failure_that_a_person_has_to_see_to_stands_as_itself() {
        FoxdenException full = new OperatorException(Code.HOME_UNUSABLE, "The disk is full.");

        backoff.failed(full, 0);

        assertThat(backoff.standing(1)).isSameAs(full);
    }

    private static TryLaterException wishing(Duration wait) {
        return new TryLaterException(Problem.of(Code.API_UNREACHABLE, "Busy."), wait, null);
    }
}
