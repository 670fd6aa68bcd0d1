package io.foxden.servlet.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    @Test
    void an_address_is_found_letter_for_letter() {
        assertThat(Route.of("GET", "/api/v1/status")).contains(Route.API_STATUS);
        assertThat(Route.of("POST", "/claim")).contains(Route.CLAIM);
        assertThat(Route.of("GET", "")).contains(Route.HOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/", "//health", "/Health", "/health;x=y", "/%68ealth", "/./health", "/x/../health"})
    void no_other_spelling_is_an_address(String path) {
        assertThat(Route.of("GET", path)).isEmpty();
        assertThat(Route.methodsAt(path)).isEmpty();
    }

    @Test
    void head_stands_for_get_where_get_uses_nothing_up() {
        assertThat(Route.of("HEAD", "/health")).contains(Route.HEALTH);
        assertThat(Route.of("HEAD", "/connect/start")).isEmpty();
        assertThat(Route.of("HEAD", "/callback")).isEmpty();
        assertThat(Route.methodsAt("/callback")).containsExactly("GET", "OPTIONS");
        assertThat(Route.methodsAt("/")).containsExactly("GET", "HEAD");
    }

    @Test
    void strangers_may_where_the_interface_says_so_and_nowhere_else() {
        assertThat(Route.values())
                .filteredOn(Route::open)
                .containsExactly(
                        Route.CLAIM,
                        Route.CONNECT_START,
                        Route.CALLBACK,
                        Route.CONNECT_RESULT,
                        Route.REACHED,
                        Route.HEALTH);
    }
}
