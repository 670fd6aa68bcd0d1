package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.foxden.doctor.Check;
import io.foxden.doctor.Verdict;
import io.foxden.problem.Code;
import io.foxden.store.Change;
import io.foxden.store.Fields;
import io.foxden.store.Store;
import io.foxden.world.InWorld;
import io.foxden.world.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What another process's doctor knows of the beat that keeps the token fresh. */
class PulseTest extends InWorld {
    private static final long THIS_PROCESS = ProcessHandle.current().pid();

    @Test
    void a_home_that_no_process_keeps_says_so() {
        Check process = process(world.connected());

        assertThat(process.verdict()).isEqualTo(Verdict.OK);
        assertThat(process.detail()).contains("No running application keeps the token fresh");
    }

    @Test
    void the_process_that_keeps_it_is_named_as_long_as_it_does() {
        Installation keeper = world.connected().start();
        await().until(() -> process(keeper).detail().contains("Process " + THIS_PROCESS + " keeps"));

        keeper.close();

        assertThat(process(world.open()).detail()).contains("No running application");
    }

    @Test
    void a_beat_of_another_process_that_is_late_is_a_failure() throws IOException, InterruptedException {
        Installation looking = world.connected();
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            told(other.pid());
            assertThat(process(looking).verdict()).isEqualTo(Verdict.OK);
            assertThat(process(looking).detail()).contains("Process " + other.pid() + " keeps");

            world.clock().advance(Duration.ofMinutes(6));

            assertThat(process(looking).verdict()).isEqualTo(Verdict.FAILED);
            assertThat(process(looking).code()).isEqualTo(Code.UPKEEP_LATE);
            assertThat(process(looking).detail()).contains("last looked at 2026-11-23T17:42:00Z");
        } finally {
            other.destroyForcibly();
            assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(process(looking).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(process(looking).detail()).contains("is not running on this machine");
    }

    @Test
    void a_clock_that_was_set_back_makes_no_beat_late() {
        Installation looking = world.connected();
        told(ProcessHandle.current().parent().orElseThrow().pid());

        world.clock().advance(Duration.ofHours(-6));

        assertThat(process(looking).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void it_is_written_every_two_minutes_by_one_of_all_processes() {
        world.open();
        try (Records records = Records.of(world)) {
            Pulse one = new Pulse(records.store(), world.clock(), world::nanos);
            Pulse other = new Pulse(records.store(), world.clock(), world::nanos);
            beat(one);
            beat(other);
            long begun = records.store().revision("beat");

            int written = 0;
            for (int second = 0; second < 600; second++) {
                world.clock().advance(Duration.ofSeconds(1));
                beat(one);
                beat(other);
                long now = records.store().revision("beat");
                written += now == begun ? 0 : 1;
                begun = now;
            }

            assertThat(written).isEqualTo(5);
        }
    }

    @Test
    void whoever_goes_on_says_so_as_soon_as_the_teller_has_ended() {
        world.open();
        try (Records records = Records.of(world)) {
            Pulse one = new Pulse(records.store(), world.clock(), world::nanos);
            Pulse other = new Pulse(records.store(), world.clock(), world::nanos);
            beat(one);
            beat(other);

            one.end();
            assertThat(other.last()).isEmpty();
            beat(other);

            assertThat(other.last()).isPresent();
        }
    }

    @Test
    void what_a_power_cut_tore_is_written_anew() throws IOException {
        world.open();
        try (Records records = Records.of(world)) {
            Pulse pulse = new Pulse(records.store(), world.clock(), world::nanos);
            Path file = world.home().resolve("records/beat.json");
            beat(pulse);
            Files.writeString(file, "torn");
            world.clock().advance(Duration.ofMinutes(3));

            beat(pulse);

            assertThat(pulse.last()).isPresent();
        }
    }

    private static void beat(Pulse pulse) {
        if (pulse.isDue()) {
            pulse.tell();
        }
    }

    private void told(long process) {
        try (Records records = Records.of(world)) {
            Store store = records.store();
            store.change(
                    "beat",
                    now -> Change.to(
                            Fields.none().with("at", world.clock().instant()).with("process", process)));
        }
    }

    private static Check process(Installation looking) {
        return looking.doctor().checks().stream()
                .filter(check -> check.name().equals("process"))
                .findFirst()
                .orElseThrow();
    }
}
