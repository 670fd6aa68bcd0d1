package io.foxden.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dsoak.days=30 -Dsoak.seed=…} make it long and different; see CONTRIBUTING.md. */
@DisabledOnOs(OS.WINDOWS)
class SoakTest {
    @TempDir
    Path folder;

    @Test
    void four_processes_live_through_weeks_of_trouble() throws Exception {
        long seed = Long.getLong("soak.seed", 20261128);
        int days = Integer.getInteger("soak.days", 5);
        try (Soak soak = new Soak(seed, folder)) {
            System.out.printf("soak of %s days with -Dsoak.seed=%s%n", days, seed);
            soak.live(Duration.ofDays(days));
            assertThat(Violation.summary(soak.violations()))
                    .as("violations in %s steps of %s days with -Dsoak.seed=%s", soak.steps(), days, seed)
                    .isEmpty();
        }
    }
}
