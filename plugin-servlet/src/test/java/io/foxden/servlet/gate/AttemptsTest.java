package io.foxden.servlet.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.problem.Code;
import io.foxden.problem.TryLaterException;
import io.foxden.testkit.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final SteppingClock clock = SteppingClock.at(Instant.parse("2026-11-23T17:42:00Z"));
    private final Attempts attempts = new Attempts(clock);

    @Test
    void a_client_has_ten_attempts_and_then_one_every_ten_seconds() {
        spend("192.0.2.1", 10);
        assertRefused("192.0.2.1", Duration.ofSeconds(10));

        clock.advance(Duration.ofSeconds(4));
        assertRefused("192.0.2.1", Duration.ofSeconds(6));

        clock.advance(Duration.ofSeconds(6));
        spend("192.0.2.1", 1);
        assertRefused("192.0.2.1", Duration.ofSeconds(10));
    }

    @Test
    void one_client_does_not_use_up_anothers_attempts() {
        spend("192.0.2.1", 10);

        assertThatCode(() -> attempts.failed("192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void a_network_of_version_6_counts_as_one_client() {
        for (int i = 0; i < 10; i++) {
            attempts.failed("2001:db8:0:7::" + i);
        }

        assertRefused("2001:db8:0:7:ffff::1", Duration.ofSeconds(10));
        assertThatCode(() -> attempts.failed("2001:db8:0:8::1")).doesNotThrowAnyException();
    }

    @Test
    void all_clients_together_have_200_attempts_and_then_two_a_second() {
        for (int i = 0; i < 200; i++) {
            attempts.failed("192.0.2." + i);
        }

        assertRefused("198.51.100.1", Duration.ofMillis(500));
        clock.advance(Duration.ofMillis(500));
        assertThatCode(() -> attempts.failed("198.51.100.1")).doesNotThrowAnyException();
    }

    @Test
    void what_is_no_address_is_not_looked_up() {
        spend("evil:name.example", 10);

        assertRefused("evil:name.example", Duration.ofSeconds(10));
    }

    @Test
    void waiting_gives_no_more_than_the_ten() {
        clock.advance(Duration.ofDays(1));
        spend("192.0.2.1", 10);

        assertRefused("192.0.2.1", Duration.ofSeconds(10));
    }

    private void spend(String client, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(client);
        }
    }

    private void assertRefused(String client, Duration wait) {
        assertThatThrownBy(() -> attempts.failed(client)).isInstanceOfSatisfying(TryLaterException.class, e -> {
            assertThat(e.code()).isEqualTo(Code.RATE_LIMITED);
            assertThat(e.retryAfter()).contains(wait);
        });
    }
}
