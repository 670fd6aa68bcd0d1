package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.setting.Setting;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest extends InWorld {
    @Test
    void the_phases_in_their_order() {
        Installation foxden = world.open();
        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);

        world.sandbox().order(Fault.on(Target.CREATE_CLIENT).html(502));
        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));
        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERING);

        World.install(foxden);
        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERED);

        world.connect(foxden);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);

        foxden.disconnect();
        assertThat(foxden.status().phase()).isEqualTo(Phase.DISCONNECTED);

        foxden.reset();
        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
        assertThat(foxden.status().client()).isNull();
    }

    @Test
    void what_another_process_changes_is_seen_at_once() {
        Installation one = world.open();
        Installation two = world.open();

        World.install(one);
        assertThat(two.status()).isEqualTo(one.status());
        world.connect(two);
        assertThat(one.status()).isEqualTo(two.status());
        one.disconnect();
        assertThat(two.status().phase()).isEqualTo(Phase.DISCONNECTED);
        two.reset();
        assertThat(one.status().phase()).isEqualTo(Phase.NEW);
    }

    @Test
    void bad_settings_are_all_in_the_status_and_forbid_every_change() {
        world.connected();
        Installation foxden = world.set(Setting.SCOPE, "everything")
                .set(Setting.HTTP_READ_TIMEOUT, "soon")
                .open();
        var before = world.contents();

        Problem problem = Objects.requireNonNull(foxden.status().problem());

        assertThat(problem.code()).isEqualTo(Code.BAD_SETTING);
        assertThat(problem.detail()).contains("foxden.scope", "foxden.http.read-timeout");
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        Problems.of(Code.BAD_SETTING, foxden::refresh);
        Problems.of(Code.BAD_SETTING, foxden::disconnect);
        Problems.of(Code.BAD_SETTING, foxden::reset);
        Problems.of(Code.BAD_SETTING, () -> World.install(foxden));
        assertThat(world.contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"API_URL", "AUTHORIZE_URL", "ENVIRONMENT"})
    void a_slip_in_an_address_keeps_the_connection_with_the_foxy_that_gave_it(Setting setting) {
        world.connected();
        Installation foxden = world.set(setting, "htp:/nowhere").open();

        assertThat(foxden.api().follow("fx:store").text("store_name")).contains("Example Store");
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void without_settings_a_client_goes_on_with_the_foxy_it_was_registered_with() {
        world.connected();
        Installation foxden = world.set(Setting.API_URL, null)
                .set(Setting.AUTHORIZE_URL, null)
                .open();

        assertThat(foxden.refresh().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(world.connect(foxden).outcome().word()).isEqualTo("connected");
    }

    @Test
    void a_record_that_cannot_be_read_is_the_problem_and_is_never_written_over() throws IOException {
        Installation foxden = world.connected();
        for (String file : new String[] {"client.json", "client.json.prev"}) {
            Files.writeString(world.home().resolve("records").resolve(file), "{\"format\":1,");
        }
        String broken = world.record("client");

        Status status = foxden.status();

        assertThat(status.phase()).isEqualTo(Phase.BROKEN);
        assertThat(Objects.requireNonNull(status.problem()).code()).isEqualTo(Code.RECORD_UNREADABLE);
        Problems.of(Code.RECORD_UNREADABLE, () -> World.install(foxden));
        Problems.of(Code.RECORD_UNREADABLE, foxden::refresh);
        assertThat(world.record("client")).isEqualTo(broken);
        assertThat(world.sandbox().postsToClients()).isEqualTo(1);
    }

    @Test
    void a_damaged_connection_leaves_the_client_readable() throws IOException {
        Installation foxden = world.connected();
        for (String file : new String[] {world.connectionRecord() + ".json", world.connectionRecord() + ".json.prev"}) {
            Files.writeString(world.home().resolve("records").resolve(file), "{\"format\":1,");
        }

        Status status = foxden.status();

        assertThat(status.phase()).isEqualTo(Phase.BROKEN);
        assertThat(Objects.requireNonNull(status.problem()).code()).isEqualTo(Code.RECORD_UNREADABLE);
        assertThat(status.client()).isNotNull();
    }

    @Test
    void a_torn_newest_version_falls_back_to_the_one_before() throws IOException {
        Installation foxden = world.connected();
        foxden.refresh();
        Files.writeString(
                world.home().resolve("records").resolve(world.connectionRecord() + ".json"), "{\"format\":1,");

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(world.open().refresh().phase()).isEqualTo(Phase.CONNECTED);
    }
}
