package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.event.Told;
import io.foxden.problem.Code;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What happens to an installation is told at one place each, by whichever process did it. */
class HistoryOfALifeTest extends InWorld {
    @Test
    void the_history_tells_a_life_from_the_registration_to_the_reset() {
        Installation one = world.open();
        Installation two = world.open();

        World.install(one);
        world.connect(two);
        one.refresh();
        world.sandbox().order(Fault.on(Target.TOKEN).times(2).html(502));
        Problems.of(Code.API_UNREACHABLE, one::refresh);
        Problems.of(Code.API_UNREACHABLE, two::refresh);
        one.refresh();
        two.disconnect();
        one.reset();

        assertThat(words(one))
                .containsExactly(
                        "registered",
                        "connected",
                        "refreshed",
                        "failed",
                        "refreshed",
                        "healed",
                        "disconnected",
                        "reset");
        assertThat(one.history(100)).isEqualTo(two.history(100));
    }

    @Test
    void what_is_told_names_no_client_id() {
        Installation foxden = world.connected();
        String id = Objects.requireNonNull(
                Objects.requireNonNull(foxden.status().client()).clientId());

        assertThat(world.file("history/events-1.jsonl"))
                .contains("\"registered\"")
                .doesNotContain(id);
    }

    /** The oldest first. */
    private static List<String> words(Installation foxden) {
        List<String> words =
                new ArrayList<>(foxden.history(100).stream().map(Told::event).toList());
        Collections.reverse(words);
        return words;
    }
}
