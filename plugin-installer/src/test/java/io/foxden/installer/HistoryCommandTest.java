package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.config.Surroundings;
import io.foxden.installation.Installation;
import io.foxden.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HistoryCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:05Z");

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void start() {
        site = new Site(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void where_nothing_happened_it_says_so_and_makes_nothing() {
        assertThat(site.run("history").exits(0).out()).isEqualTo("Nothing has happened yet.\n");
        assertThat(site.json("history").exits(0).json()).isEqualTo(Map.of("events", List.of()));
        assertThat(site.home).isEmptyDirectory();
    }

    @Test
    void it_tells_people_in_local_time_and_scripts_by_the_document_of_the_json_api() throws IOException {
        happened(NOW.minusSeconds(60), "\"failed\",\"connection\":\"default\",\"code\":\"api_unreachable\"");
        happened(NOW, "\"healed\",\"connection\":\"default\",\"code\":\"api_unreachable\"");

        assertThat(site.run("history").exits(0).out().lines())
                .containsExactly(
                        local(NOW) + "  Connection 'default' is well again after: Foxy cannot be reached.",
                        local(NOW.minusSeconds(60)) + "  Connection 'default' cannot be refreshed: Foxy cannot be"
                                + " reached. Foxden tries again by itself.");
        assertThat(site.json("history", "--limit", "1").exits(0).json())
                .isEqualTo(Map.of(
                        "events",
                        List.of(Map.of(
                                "at",
                                NOW.toString(),
                                "event",
                                "healed",
                                "connection",
                                "default",
                                "code",
                                "api_unreachable"))));
    }

    @Test
    void what_stands_in_the_file_does_not_move_the_cursor() throws IOException {
        happened(NOW, "\"disconnected\",\"connection\":\"\\u001b[2J\\u202e\\nroot\"");

        assertThat(site.run("history").exits(0).out()).doesNotContain("\u001b", "\u202e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "many"})
    void a_limit_that_is_none_is_refused(String limit) {
        assertThat(site.json("history", "--limit", limit).exit()).isEqualTo(2);
        assertThat(site.home).isEmptyDirectory();
    }

    private void happened(Instant at, String rest) throws IOException {
        Path file = Files.createDirectories(site.home.resolve("history")).resolve("events-1.jsonl");
        String before = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, before + "{\"at\":\"" + at + "\",\"event\":" + rest + "}\n");
        Installation.open(Surroundings.none()
                        .commandLine(Setting.HOME, site.home.toString())
                        .read())
                .close();
    }

    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneId.systemDefault()).toString().replace('T', ' ');
    }
}
