package io.foxden.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.authorization.Intent;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.setting.Setting;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.SandboxOptions;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Credentials go to the Foxy that gave them, and to no other, whatever a setting says. */
class OtherFoxyTest extends InWorld {
    private final Sandbox other = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));

    @AfterEach
    void close() {
        other.close();
    }

    @Test
    void a_command_with_a_wrong_address_sends_nothing_and_spoils_nothing() {
        Installation server = world.connected();
        Map<String, String> before = world.contents();
        Installation wrong = misconfigured();

        Problems.of(Code.BAD_SETTING, wrong::refresh);
        Problems.of(Code.BAD_SETTING, () -> wrong.authorization().begin(new Intent(null, null, true)));
        Problems.of(Code.BAD_SETTING, () -> wrong.api().follow("fx:store"));
        Problems.of(Code.BAD_SETTING, () -> World.install(wrong));
        assertThat(wrong.doctor().healthy()).isFalse();

        assertThat(other.exchanges()).isEmpty();
        assertThat(world.contents()).isEqualTo(before);
        assertThat(server.refresh().problem()).isNull();
    }

    @Test
    void another_path_of_the_same_host_is_another_foxy() {
        world.connected();
        Map<String, String> before = world.contents();
        Installation wrong = at(world.sandbox().apiUrl().resolve("/tenant/").toString());
        int asked = world.sandbox().exchanges().size();

        Problems.of(Code.BAD_SETTING, wrong::refresh);

        assertThat(world.sandbox().exchanges()).hasSize(asked);
        assertThat(world.contents()).isEqualTo(before);
    }

    @Test
    void the_same_address_written_otherwise_is_the_same_foxy() {
        world.connected();
        String address = world.sandbox().apiUrl().toString();

        at(address.replaceFirst("/$", "")).refresh();
        at(address.replaceFirst("http", "HTTP")).refresh();
    }

    private Installation at(String address) {
        return world.set(Setting.API_URL, address).open();
    }

    @Test
    void the_problem_names_both_addresses_and_the_setting() {
        world.connected();

        assertThat(Problems.of(Code.BAD_SETTING, misconfigured()::refresh).detail())
                .contains(world.sandbox().apiUrl().toString(), other.apiUrl().toString(), "foxden.api-url");
    }

    @Test
    void a_registration_that_was_lost_at_one_foxy_is_listed_and_another_one_is_asked_with_a_fresh_id() {
        Installation foxden = world.open();
        world.sandbox().order(Fault.on(Target.CREATE_CLIENT).dropAfter());
        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));
        String lost = world.sandbox().clients().get(0).id();

        Installation moved = misconfigured();
        assertThat(World.install(moved).registered()).isTrue();

        assertThat(other.clients())
                .singleElement()
                .satisfies(client -> assertThat(client.id()).isNotEqualTo(lost));
        assertThat(moved.doctor().checks())
                .filteredOn(check -> check.name().equals("abandoned"))
                .singleElement()
                .satisfies(check -> assertThat(check.detail())
                        .contains(lost, world.sandbox().apiUrl().toString()));
        assertThat(moved.status().phase()).isEqualTo(Phase.REGISTERED);
    }

    private Installation misconfigured() {
        return world.set(Setting.API_URL, other.apiUrl().toString())
                .set(Setting.AUTHORIZE_URL, other.authorizeUrl().toString())
                .open();
    }
}
