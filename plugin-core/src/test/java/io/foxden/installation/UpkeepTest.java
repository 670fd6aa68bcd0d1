package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.api.Api;
import io.foxden.foxy.Foxy;
import io.foxden.navigation.FoxyApi;
import io.foxden.setting.Setting;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Keeper;
import io.foxden.world.LogCapture;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpkeepTest extends InWorld {
    private static final Worker NOTHING = new Worker(List.of(), Runnable::run);

    @Test
    void what_stays_wrong_is_logged_once() {
        world.connected();
        world.set(Setting.VAULT_KEY, Base64.getEncoder().encodeToString(new byte[32]));

        assertThat(warnings(5)).singleElement().asString().contains("vault.json");
    }

    @Test
    void each_failed_attempt_is_logged_and_the_beats_between_are_silent() {
        world.connected();
        world.clock().advance(Duration.ofHours(2));
        world.sandbox().order(Fault.on(Target.TOKEN).always().html(502));

        assertThat(warnings(5)).hasSize(1);
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void without_a_connection_it_is_silent() {
        world.installed();

        assertThat(warnings(3)).isEmpty();
    }

    private List<String> warnings(int beats) {
        try (Keeper keeper = Keeper.of(world);
                LogCapture log = new LogCapture()) {
            Foxy foxy = new Foxy(keeper.wire(), world.sandbox().apiUrl());
            Api api = new FoxyApi(() -> foxy, keeper.tokens(), duration -> true);
            StoreName name = new StoreName(
                    api, keeper.tokens(), keeper.journals(), keeper.connections(), world.clock(), world::nanos);
            List<Chore> chores = List.of(
                    new Chore("refresh", keeper.tokens()::isDue, keeper.tokens()::keepFresh),
                    new Chore("name", name::isDue, name::find));
            try (Upkeep upkeep = new Upkeep(
                    keeper.tokens(),
                    keeper.inHand(),
                    NOTHING,
                    new Worker(chores, Runnable::run),
                    world.clock(),
                    world::nanos,
                    "test")) {
                for (int beat = 0; beat < beats; beat++) {
                    upkeep.beat();
                }
            }
            return log.lines().stream()
                    .filter(line -> line.startsWith("WARN") || line.startsWith("ERROR"))
                    .toList();
        }
    }
}
