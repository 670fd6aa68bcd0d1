package io.foxden.installer.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

final class ProgressTest {
    private final Screen screen = new Screen();

    @Test
    void what_takes_long_is_named_where_a_person_watches_and_wiped_when_it_is_over() {
        Progress progress = Progress.start(screen.watched(false), "Asking");

        await().untilAsserted(() -> assertThat(screen.err()).contains("\rAsking ("));
        progress.close();

        assertThat(screen.err()).endsWith(" \r");
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void what_is_over_quickly_leaves_no_trace() {
        Progress.start(screen.watched(true), "Asking").close();

        assertThat(screen.err()).isEmpty();
    }
}
