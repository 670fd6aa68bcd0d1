package io.foxden.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {
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
    void a_term_is_live_while_the_clock_is_between_its_ends(Duration moved, boolean live) {
        Term term = Term.starting(GIVEN, LONGEST);

        assertThat(term.live(GIVEN.plus(moved), LONGEST)).isEqualTo(live);
        assertThat(Term.read(term.in(Fields.none()), LONGEST)).isEqualTo(term);
    }

    @Test
    void a_term_longer_than_any_that_is_given_is_not_live() {
        assertThat(Term.starting(GIVEN, LONGEST.plusSeconds(1)).live(GIVEN, LONGEST))
                .isFalse();
    }

    @Test
    void a_term_of_an_earlier_version_which_kept_its_end_only_is_of_the_usual_length() {
        Term term = Term.read(Fields.none().with("expires_at", GIVEN.plus(LONGEST)), LONGEST);

        assertThat(term).isEqualTo(Term.starting(GIVEN, LONGEST));
    }

    @Test
    void where_there_is_no_term_there_never_was_one() {
        assertThat(Term.read(Fields.none(), LONGEST).live(GIVEN, LONGEST)).isFalse();
    }
}
