package io.foxden.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.meter.RefreshOutcome;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.testkit.SteppingClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    private final Counts counts = new Counts();
    private final Events events = new Events(SteppingClock.at(NOW), List.of(counts));

    @Test
    void each_attempt_counts_once_by_how_it_ended() {
        Problem dead = Problem.of(Code.API_UNREACHABLE, "No answer.");
        Problem no = Problem.of(Code.NEEDS_RECONNECT, "No.");
        events.tell("default", null, dead);
        events.tell("default", dead, dead);
        events.tell("default", dead, no);
        events.tell("default", no, no);
        events.tell("default", no, no);
        events.tell("default", no, null);
        events.tell(new Event.Refreshed("default", NOW));

        assertThat(counts.refreshes(RefreshOutcome.FAILED)).isEqualTo(2);
        assertThat(counts.refreshes(RefreshOutcome.REFUSED)).isEqualTo(3);
        assertThat(counts.refreshes(RefreshOutcome.SUCCEEDED)).isEqualTo(1);
    }
}
