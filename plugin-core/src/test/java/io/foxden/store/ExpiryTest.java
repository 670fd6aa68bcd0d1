package io.foxden.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {
    private static final Instant GIVEN = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration LONGEST = Duration.ofHours(12);

    @ParameterizedTest
    @CsvSource({
        "PT0S, true",
        "PT11H59M59S, true",
        "PT12H, false",
        "PT48H, false",
        "PT-5M, true",
        "PT-5M-1S, false",
        "PT-48H, false"
    })
    void what_was_given_for_its_longest_holds_good_as_long_as_the_clock_is_between_its_ends(
            Duration moved, boolean ahead) {
        assertThat(Expiry.isAhead(GIVEN.plus(LONGEST), LONGEST, GIVEN.plus(moved)))
                .isEqualTo(ahead);
    }

    @Test
    void a_record_that_tells_no_end_is_over() {
        Entry entry = new Entry("ticket-1", 1, Fields.none(), false);

        assertThat(Expiry.isOver(entry, LONGEST, GIVEN)).isTrue();
    }

    @Test
    void a_record_is_over_by_its_end() {
        Entry entry = new Entry("ticket-1", 1, Fields.none().with("expires_at", GIVEN), false);

        assertThat(Expiry.isOver(entry, LONGEST, GIVEN.minusSeconds(1))).isFalse();
        assertThat(Expiry.isOver(entry, LONGEST, GIVEN)).isTrue();
        assertThat(Expiry.isOver(entry, LONGEST, GIVEN.minus(Duration.ofDays(2))))
                .isTrue();
    }
}
