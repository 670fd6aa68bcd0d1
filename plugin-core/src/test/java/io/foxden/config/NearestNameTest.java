package io.foxden.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    @Test
    void the_distance_counts_letters_inserted_left_out_and_replaced() {
        assertThat(NearestName.distance("", "abc")).isEqualTo(3);
        assertThat(NearestName.distance("abc", "")).isEqualTo(3);
        assertThat(NearestName.distance("abc", "abc")).isZero();
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void case_and_the_sign_between_words_do_not_count() {
        List<String> names = List.of("foxden.site-url", "foxden.scope");

        assertThat(NearestName.of("FOXDEN_SITE_URL", names)).isEqualTo("foxden.site-url");
        assertThat(NearestName.of("foxden.scopes", names)).isEqualTo("foxden.scope");
    }
}
