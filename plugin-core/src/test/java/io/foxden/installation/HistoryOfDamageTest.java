package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.event.Told;
import io.foxden.world.InWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A record that fell back to its earlier version is told once. */
class HistoryOfDamageTest extends InWorld {
    @Test
    void a_record_that_fell_back_is_told_once_however_often_it_is_read() throws IOException {
        Installation foxden = world.connected();
        Files.writeString(world.home().resolve("records/client.json"), "torn");

        foxden.status();
        foxden.status();

        assertThat(recovered(foxden)).containsExactly(Map.of("record", "client"));
    }

    @Test
    void a_record_that_is_damaged_when_the_installation_is_opened_is_told_too() throws IOException {
        world.connected();
        world.closeAll();
        Files.writeString(world.home().resolve("records/installation.json"), "");

        Installation foxden = world.open();

        assertThat(recovered(foxden)).containsExactly(Map.of("record", "installation"));
    }

    private static List<Map<String, String>> recovered(Installation foxden) {
        return foxden.history(100).stream()
                .filter(told -> told.event().equals("recovered"))
                .map(Told::facts)
                .toList();
    }
}
