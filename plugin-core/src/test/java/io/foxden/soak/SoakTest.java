package io.foxden.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A short life of four processes, of which the seed decides; a longer one is a command in CONTRIBUTING.md. */
@DisabledOnOs(OS.WINDOWS)
class SoakTest {
    /** In two days of this one everything happens that can: stops, kills, jumps, consents, and most of Foxy's troubles. */
    private static final long EVENTFUL = 10;

    private static final int DAYS = 2;

    @TempDir
    Path folder;

    @Test
    void four_processes_live_through_days_of_trouble() throws Exception {
        long seed = Long.getLong("soak.seed", EVENTFUL);
        int days = Integer.getInteger("soak.days", DAYS);
        try (Soak soak = new Soak(seed, folder)) {
            soak.live(Duration.ofDays(days));
            System.out.printf(
                    "soak of %s days with -Dsoak.seed=%s: %s steps, %s%n", days, seed, soak.steps(), soak.events());
            assertThat(Violation.summary(soak.violations()))
                    .as("violations in %s steps of %s days with -Dsoak.seed=%s", soak.steps(), days, seed)
                    .isEmpty();
        }
    }
}
