package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.ClientStatus;
import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.authorization.Departure;
import io.foxden.authorization.Intent;
import io.foxden.authorization.Ticket;
import io.foxden.doctor.Presence;
import io.foxden.problem.Code;
import io.foxden.setting.Setting;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A vault key that is wrong or not there: it is said, every change is refused, and nothing is destroyed. */
class WrongKeyTest extends InWorld {
    private static final Intent AGAIN = new Intent(null, null, true);

    @Test
    void a_wrong_key_is_said_blocks_every_change_and_the_right_one_heals_all() {
        Installation healthy = world.connected();
        world.set(Setting.VAULT_KEY, Base64.getEncoder().encodeToString(new byte[32]));

        refusesEverything(Code.VAULT_KEY_WRONG, healthy, () -> {});

        world.set(Setting.VAULT_KEY, null);
        assertAllIsWell();
    }

    @Test
    void a_missing_key_is_said_blocks_every_change_and_is_not_replaced() throws IOException {
        Installation healthy = world.connected();
        Path key = world.home().resolve("vault.key");
        Path away = folder.resolve("away");

        refusesEverything(Code.VAULT_KEY_MISSING, healthy, () -> move(key, away));

        assertThat(key).doesNotExist();
        Files.move(away, key);
        assertAllIsWell();
    }

    @Test
    void a_missing_vault_file_is_said_and_not_replaced() throws IOException {
        Installation healthy = world.connected();
        Path vault = world.home().resolve("vault.json");
        Path away = folder.resolve("away");

        refusesEverything(Code.VAULT_KEY_MISSING, healthy, () -> move(vault, away));

        assertThat(vault).doesNotExist();
        Files.move(away, vault);
        assertAllIsWell();
    }

    @Test
    void a_passphrase_in_place_of_the_key_is_a_wrong_key() {
        Installation healthy = world.connected();
        world.set(Setting.VAULT_PASSPHRASE, "correct horse battery staple");

        refusesEverything(Code.VAULT_KEY_WRONG, healthy, () -> {});

        world.set(Setting.VAULT_PASSPHRASE, null);
        assertAllIsWell();
    }

    @Test
    void a_bad_key_setting_changes_nothing_either() {
        Installation healthy = world.connected();
        world.set(Setting.VAULT_KEY, "not a key");

        refusesEverything(Code.BAD_SETTING, healthy, () -> {});

        world.set(Setting.VAULT_KEY, null);
        assertAllIsWell();
    }

    @Test
    void an_installation_with_a_passphrase_lives_a_whole_life() {
        world.set(Setting.VAULT_PASSPHRASE, "correct horse battery staple");
        Installation healthy = world.connected();

        assertAllIsWell();

        world.set(Setting.VAULT_PASSPHRASE, "wrong horse battery staple");
        refusesEverything(Code.VAULT_KEY_WRONG, healthy, () -> {});
    }

    @Test
    void with_a_wrong_key_nothing_is_asked_of_foxy() {
        world.connected();
        world.set(Setting.VAULT_KEY, Base64.getEncoder().encodeToString(new byte[32]));
        Installation foxden = world.open();
        int before = world.sandbox().exchanges().size();

        Problems.of(Code.VAULT_KEY_WRONG, () -> World.install(foxden));
        Problems.of(Code.VAULT_KEY_WRONG, foxden::accessToken);

        assertThat(world.sandbox().exchanges()).hasSize(before);
    }

    private void refusesEverything(Code code, Installation healthy, Runnable trouble) {
        Departure departure = healthy.authorization().begin(AGAIN);
        var query = world.visit(departure);
        Ticket ticket = healthy.authorization().ticket(AGAIN);
        String value = Objects.requireNonNull(World.query(ticket.startUrl()).get("ticket"));
        trouble.run();
        Map<String, String> before = world.contents();

        Installation foxden = world.open().deployed(new Presence("/elsewhere", "a test", List.of()));

        Status status = foxden.status();
        assertThat(status.phase()).isEqualTo(Phase.BROKEN);
        assertThat(Objects.requireNonNull(status.problem()).code()).isEqualTo(code);
        ClientStatus client = Objects.requireNonNull(status.client());
        assertThat(client.clientId()).isNull();
        assertThat(client.redirectUri()).isEqualTo(World.CALLBACK);
        Problems.of(code, () -> World.install(foxden));
        Problems.of(code, () -> foxden.plan(World.request()));
        Problems.of(code, () -> foxden.authorization().begin(AGAIN));
        Problems.of(code, () -> foxden.authorization().ticket(AGAIN));
        Problems.of(code, () -> foxden.authorization().redeem(value));
        Problems.of(code, () -> foxden.authorization().callback(query, World.cookies(departure)));
        Problems.of(code, foxden::refresh);
        Problems.of(code, foxden::disconnect);
        Problems.of(code, foxden::reset);
        assertThat(foxden.doctor().healthy()).isFalse();
        assertThat(world.contents()).isEqualTo(before);
    }

    private void assertAllIsWell() {
        Installation foxden = world.open();
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(foxden.status().problem()).isNull();
        assertThat(foxden.refresh().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(World.install(foxden).registered()).isFalse();
        assertThat(foxden.doctor().healthy()).isTrue();
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
