package io.foxden.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.file.Steps;
import io.foxden.problem.Code;
import io.foxden.secret.RandomText;
import io.foxden.store.Fields;
import io.foxden.store.FileStore;
import io.foxden.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00.123Z");

    @TempDir
    Path home;

    private Store store;
    private History history;

    @BeforeEach
    void open() {
        store = new FileStore(home, new RandomText(new SecureRandom()), Steps.NONE);
        history = new History(store);
    }

    @Test
    void what_was_told_is_read_again_the_newest_first() {
        history.heard(NOW, new Event.Failed("default", Code.API_UNREACHABLE, null));
        history.heard(NOW.plusSeconds(60), new Event.Healed("default", Code.API_UNREACHABLE, NOW));

        assertThat(history.newest(10))
                .containsExactly(
                        new Told(
                                NOW.plusSeconds(60),
                                "healed",
                                Map.of(
                                        "connection",
                                        "default",
                                        "code",
                                        "api_unreachable",
                                        "since",
                                        "2026-11-28T10:00:00Z")),
                        new Told(NOW, "failed", Map.of("connection", "default", "code", "api_unreachable")));
        assertThat(history.newest(1)).hasSize(1);
    }

    @Test
    void that_what_is_wrong_is_still_wrong_is_no_news() {
        history.heard(NOW, new Event.StillFailing("default", Code.API_UNREACHABLE));

        assertThat(history.newest(1)).isEmpty();
    }

    @Test
    void what_a_later_version_told_is_read_and_what_is_no_event_passed_over() {
        store.append(
                "events",
                Fields.none().with("at", NOW).with("event", "teleported").with("metres", 7));
        store.append("events", Fields.none().with("at", "yesterday").with("event", "refreshed"));
        store.append("events", Fields.none().with("event", "refreshed"));

        assertThat(history.newest(10)).containsExactly(new Told(NOW, "teleported", Map.of("metres", "7")));
    }

    @Test
    void a_text_of_any_length_from_outside_fits() {
        String foreign = "\uD83E\uDD8A".repeat(10_000);
        history.heard(NOW, new Event.Connected(foreign, foreign));

        assertThat(history.newest(1))
                .singleElement()
                .satisfies(told -> assertThat(told.facts().values()).allMatch(fact -> fact.length() <= 80));
    }

    /** Words in stored histories: this list may grow, and never change. */
    @Test
    void each_event_has_a_word_of_its_own() throws ReflectiveOperationException {
        Set<String> words = new HashSet<>();
        for (Class<?> event : Event.class.getPermittedSubclasses()) {
            words.add(Samples.of(event).word());
        }
        assertThat(words)
                .hasSameSizeAs(Arrays.asList(Event.class.getPermittedSubclasses()))
                .containsAll(List.of(
                        "registered",
                        "registration_refused",
                        "connected",
                        "consent_failed",
                        "refreshed",
                        "failed",
                        "refused",
                        "still_failing",
                        "healed",
                        "disconnected",
                        "signed_in",
                        "signed_out",
                        "all_signed_out",
                        "setting_changed",
                        "site_moved",
                        "promoted",
                        "reset",
                        "recovered"));
    }
}
