package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.meter.Readings;
import io.foxden.problem.Code;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InstrumentsTest extends InWorld {
    @Test
    void where_nothing_is_connected_there_is_nothing_to_read_off() {
        Readings readings = world.open().readings();

        assertThat(readings.home()).isEqualTo(world.home().toString());
        assertThat(readings.secondsToExpiry()).isNaN();
        assertThat(readings.secondsSinceSuccess()).isNaN();
        assertThat(readings.secondsOfLease()).isZero();
        assertThat(readings.unconfirmedRegistrations()).isZero();
    }

    @Test
    void a_token_grows_old_until_it_is_past_its_end_in_every_process() {
        world.connected();
        Readings elsewhere = world.open().readings();
        double lifetime = elsewhere.secondsToExpiry();
        world.clock().advance(Duration.ofSeconds(100));

        assertThat(lifetime).isPositive();
        assertThat(elsewhere.secondsToExpiry()).isEqualTo(lifetime - 100);
        assertThat(elsewhere.secondsSinceSuccess()).isEqualTo(100);
        world.clock().advance(Duration.ofDays(10));
        assertThat(elsewhere.secondsToExpiry()).isNegative();
    }

    @Test
    void an_id_whose_answer_never_came_is_counted_until_it_did() {
        Installation foxden = world.open();
        world.sandbox().order(Fault.on(Target.CREATE_CLIENT).html(502));
        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));
        assertThat(foxden.readings().unconfirmedRegistrations()).isEqualTo(1);

        World.install(foxden);
        assertThat(foxden.readings().unconfirmedRegistrations()).isZero();
    }

    @Test
    void records_that_cannot_be_read_are_no_exception() throws IOException {
        Installation foxden = world.connected();
        for (String record : new String[] {"client.json", "client.json.prev"}) {
            Files.writeString(world.home().resolve("records").resolve(record), "damaged");
        }

        assertThat(foxden.readings().unconfirmedRegistrations()).isNaN();
        assertThat(foxden.readings().secondsToExpiry()).isNaN();
    }
}
