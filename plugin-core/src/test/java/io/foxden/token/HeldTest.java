package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldTest {
    private static final Instant NOW = Instant.parse("2026-11-23T17:42:00Z");

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
        Held held = held(0, 1);

        assertThat(held.usableUntil()).isEqualTo(NOW.toEpochMilli());
        assertThat(held.refreshFrom()).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void a_clock_that_was_set_back_does_no_harm() {
        Held held = Held.of(Secret.of("t"), 1, NOW.plusSeconds(100), NOW, new Random(1));

        assertThat(held.usableUntil()).isEqualTo(NOW.toEpochMilli());
    }

    private static Held held(int lifetime, long seed) {
        return Held.of(Secret.of("token"), 1, NOW, NOW.plusSeconds(lifetime), new Random(seed));
    }

    private static long secondsLeft(long millis, int lifetime) {
        return Duration.ofMillis(NOW.plusSeconds(lifetime).toEpochMilli() - millis)
                .toSeconds();
    }
}
