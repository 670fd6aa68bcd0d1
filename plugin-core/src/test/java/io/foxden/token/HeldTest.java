package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.secret.Secret;
import io.foxden.token.Held.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeldTest {
    private static final Instant NOW = Instant.parse("2026-11-23T17:42:00Z");
    private static final Mark MARK = new Mark(1, 1);
    /** The forward clock may show anything, and pass its end. */
    private static final long NANOS = Long.MAX_VALUE - 1000;

    @Test
    void a_usual_token_is_usable_until_ten_seconds_before_it_expires() {
        assertThat(secondsLeft(held(7200, 1).usableUntil(), 7200)).isEqualTo(10);
    }

    @Test
    void it_is_refreshed_five_to_six_minutes_before_it_expires_and_not_always_at_the_same_time() {
        Set<Long> leads = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            leads.add(secondsLeft(held(7200, seed).refreshFrom(), 7200));
        }

        assertThat(leads).allSatisfy(lead -> assertThat(lead).isBetween(300L, 360L));
        assertThat(leads).hasSizeGreaterThan(30);
    }

    @Test
    void a_short_token_is_used_for_most_of_its_life_and_not_refreshed_at_once() {
        for (int seed = 0; seed < 50; seed++) {
            Held held = held(60, seed);
            assertThat(secondsLeft(held.usableUntil(), 60)).isEqualTo(6);
            assertThat(secondsLeft(held.refreshFrom(), 60)).isBetween(20L, 26L);
        }
    }

    @Test
    void a_token_without_a_life_is_never_usable() {
        assertThat(held(0, 1).usable(NANOS)).isFalse();
        assertThat(held(0, 1).due(NANOS)).isTrue();
    }

    @Test
    void one_that_expired_while_nobody_looked_is_not_usable() {
        Held held = read(NOW.minusSeconds(8000), NOW.minusSeconds(800));

        assertThat(held.usable(NANOS)).isFalse();
        assertThat(held.doubtful()).isFalse();
    }

    @Test
    void one_that_comes_from_the_future_is_doubtful_and_due_and_good_for_no_longer_than_it_lives() {
        Held held = read(NOW.plus(Duration.ofHours(10)), NOW.plus(Duration.ofHours(12)));

        assertThat(held.doubtful()).isTrue();
        assertThat(held.due(NANOS)).isTrue();
        assertThat(held.usable(NANOS)).isTrue();
        assertThat(held.usable(NANOS + TimeUnit.HOURS.toNanos(2))).isFalse();
    }

    @Test
    void one_that_says_it_lives_for_years_is_doubtful() {
        assertThat(read(NOW, NOW.plus(Duration.ofDays(3650))).doubtful()).isTrue();
    }

    @Test
    void a_few_seconds_between_the_clocks_of_two_machines_mean_nothing() {
        assertThat(read(NOW.plusSeconds(20), NOW.plusSeconds(7220)).doubtful()).isFalse();
    }

    private static Held held(int lifetime, long seed) {
        return Held.of(
                Secret.of("token"), "sealed", MARK, NOW, NOW.plusSeconds(lifetime), NOW, NANOS, new Random(seed));
    }

    private static Held read(Instant obtainedAt, Instant expiresAt) {
        return Held.of(Secret.of("token"), "sealed", MARK, obtainedAt, expiresAt, NOW, NANOS, new Random(1));
    }

    private static long secondsLeft(long nanos, int lifetime) {
        return TimeUnit.NANOSECONDS.toSeconds(NANOS + TimeUnit.SECONDS.toNanos(lifetime) - nanos);
    }
}
