package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.authorization.Arrival;
import io.foxden.authorization.Departure;
import io.foxden.authorization.Intent;
import io.foxden.authorization.Outcome;
import io.foxden.doctor.Check;
import io.foxden.doctor.Verdict;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.testkit.account.Client;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.PowerCut;
import io.foxden.world.World;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut at every step of everything that writes: afterwards all can be read, and the same call succeeds. */
class CrashTest extends InWorld {
    private static final Intent AGAIN = new Intent(null, null, true);
    private static final Set<String> LOCAL = Set.of("settings", "home", "vault", "records");

    @Test
    void while_the_first_install_runs(@TempDir Path folders) {
        int step = 0;
        boolean cut;
        do {
            step++;
            PowerCut power = new PowerCut(step);
            try (World fresh = World.in(folders.resolve("step-" + step))) {
                cut = power.strikes(() -> World.install(fresh.open(m -> m.withSteps(power))));
                standsAgain(fresh, step);
                assertThat(fresh.sandbox().postsToClients()).as("step %s", step).isBetween(1, 3);
            }
        } while (cut);
        assertThat(step).isGreaterThan(30);
    }

    @Test
    void while_a_client_that_foxy_refuses_is_replaced() {
        world.connected();
        everyStep(
                () -> {
                    world.sandbox().deleteClient(clientId(world.open()));
                    fails(Code.CLIENT_UNKNOWN, world.open()::refresh);
                },
                World::install);
    }

    @Test
    void while_a_lost_answer_is_settled() {
        world.installed();
        everyStep(
                () -> {
                    world.open().reset();
                    world.sandbox().order(Fault.on(Target.CREATE_CLIENT).dropAfter());
                    fails(Code.REGISTRATION_AMBIGUOUS, () -> World.install(world.open()));
                },
                World::install);
    }

    @Test
    void while_a_consent_is_begun_and_taken() {
        world.installed();
        everyStep(() -> world.open().disconnect(), foxden -> world.connect(foxden));
    }

    @Test
    void while_a_second_consent_is_taken_the_first_one_or_the_second_holds() {
        world.connected();
        everyStep(
                () -> {},
                foxden -> world.connect(foxden),
                () -> assertThat(world.open().status().phase()).isEqualTo(Phase.CONNECTED));
    }

    @Test
    void while_a_callback_is_worked_on_its_result_can_be_read() {
        world.installed();
        int step = 0;
        boolean cut;
        do {
            step++;
            PowerCut power = new PowerCut(step);
            Installation foxden = world.open(m -> m.withSteps(power));
            Departure departure = world.open().authorization().begin(AGAIN);
            var query = world.visit(departure);
            cut = power.strikes(() -> foxden.authorization().callback(query, World.cookies(departure)));
            String reference = departure.cookie().name().substring("foxden_tx_".length());
            Installation reopened = world.open();
            if (cut) {
                assertThat(reopened.authorization().arrival(reference).map(Arrival::outcome))
                        .isNotEqualTo(Optional.of(Outcome.DECLINED));
            } else {
                assertThat(reopened.authorization().arrival(reference).map(Arrival::outcome))
                        .contains(Outcome.CONNECTED);
            }
            assertThat(world.connect(reopened).outcome()).isEqualTo(Outcome.CONNECTED);
        } while (cut);
    }

    @Test
    void while_a_refresh_runs_no_connection_is_lost() {
        world.connected();
        everyStep(() -> {}, Installation::refresh, () -> {
            assertThat(world.open().status().phase()).isEqualTo(Phase.CONNECTED);
            assertThat(world.open().refresh().phase()).isEqualTo(Phase.CONNECTED);
        });
    }

    @Test
    void while_a_broken_grant_is_set_down() {
        world.connected();
        everyStep(
                () -> {
                    world.connect(world.open());
                    world.sandbox().happen(Event.REVOKE_GRANTS);
                },
                foxden -> fails(Code.NEEDS_RECONNECT, foxden::refresh));
    }

    @Test
    void while_a_disconnect_runs_it_is_done_or_not_done() {
        world.connected();
        everyStep(() -> world.connect(world.open()), Installation::disconnect, () -> {
            assertThat(world.open().status().phase()).isIn(Phase.CONNECTED, Phase.DISCONNECTED);
            assertThat(world.open().disconnect().phase()).isEqualTo(Phase.DISCONNECTED);
            assertThat(world.connectionBefore() + world.connection()).doesNotContain("_token\"");
        });
    }

    @Test
    void while_a_reset_runs_the_next_one_finishes_it() {
        world.connected();
        everyStep(
                () -> {
                    World.install(world.open());
                    world.connect(world.open());
                },
                Installation::reset,
                () -> {
                    assertThat(world.open().reset().status().phase()).isEqualTo(Phase.NEW);
                    assertThat(world.allText()).doesNotContain("_token\"", "\"client_secret\"");
                });
    }

    private interface Work {
        void on(Installation foxden);
    }

    private void everyStep(Runnable prepare, Work work) {
        everyStep(prepare, work, () -> {});
    }

    /** Cuts the power at each step of the work, until it is done before the cut comes. */
    private void everyStep(Runnable prepare, Work work, Runnable afterwards) {
        int step = 0;
        boolean cut;
        do {
            step++;
            prepare.run();
            PowerCut power = new PowerCut(step);
            Installation foxden = world.open(m -> m.withSteps(power));
            cut = power.strikes(() -> work.on(foxden));
            afterwards.run();
            standsAgain(world, step);
        } while (cut);
        assertThat(step).as("steps of the work").isGreaterThan(5);
    }

    private static void standsAgain(World world, int step) {
        Installation foxden = world.open();
        assertThat(foxden.doctor().checks())
                .as("step %s", step)
                .filteredOn(check -> LOCAL.contains(check.name()))
                .extracting(Check::verdict)
                .containsOnly(Verdict.OK);
        assertThat(world.connectAnew(foxden)).as("step %s", step).isEqualTo(Outcome.CONNECTED);
        Status status = foxden.status();
        assertThat(status.phase()).as("step %s", step).isEqualTo(Phase.CONNECTED);
        assertThat(status.problem()).as("step %s", step).isNull();
        assertThat(Objects.requireNonNull(status.connection()).storeName()).isEqualTo("Example Store");
        assertThat(world.sandbox().clients())
                .as("step %s", step)
                .extracting(Client::id)
                .contains(clientId(foxden));
        assertThat(world.open().status()).as("step %s", step).isEqualTo(status);
        world.closeAll();
    }

    private static String clientId(Installation foxden) {
        return Objects.requireNonNull(
                Objects.requireNonNull(foxden.status().client()).clientId());
    }

    private static void fails(Code code, Runnable call) {
        try {
            call.run();
        } catch (FoxdenException e) {
            assertThat(e.code()).isEqualTo(code);
            return;
        }
        throw new AssertionError("No failure with " + code);
    }
}
