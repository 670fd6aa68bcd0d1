package io.foxden.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.testkit.SteppingClock;
import io.foxden.world.LogCapture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final Instant BEGUN = Instant.parse("2026-11-28T10:00:00Z");
    private static final Event REFRESHED = new Event.Refreshed("default", BEGUN);

    private final List<Event> heard = new ArrayList<>();
    private final SteppingClock clock = SteppingClock.at(BEGUN);
    private final Events events = new Events(clock, List.of((at, event) -> heard.add(event)));

    @Test
    void every_listener_hears_what_happened_and_when() {
        List<String> said = new ArrayList<>();
        Events both =
                new Events(clock, List.of((at, event) -> said.add("1 " + at), (at, event) -> said.add("2 " + at)));

        both.tell(REFRESHED);

        assertThat(said).containsExactly("1 " + clock.instant(), "2 " + clock.instant());
    }

    @Test
    void a_listener_that_throws_harms_neither_who_tells_nor_who_listens_and_is_spoken_of_once() {
        List<Error> errors = new ArrayList<>(List.of(new OutOfMemoryError("none left"), new StackOverflowError()));
        Listener broken = (at, event) -> {
            throw errors.remove(0);
        };
        Events both = new Events(clock, List.of(broken, (at, event) -> heard.add(event)));

        try (LogCapture log = new LogCapture()) {
            both.tell(REFRESHED);
            both.tell(REFRESHED);
            assertThat(log.lines()).singleElement().asString().contains("WARN", "none left");
        }
        assertThat(heard).containsExactly(REFRESHED, REFRESHED);
    }

    @Test
    void a_time_of_failing_begins_once_and_ends_once() {
        Problem dead = Problem.of(Code.API_UNREACHABLE, "No answer.").lasting(BEGUN, null);
        told(null, dead);
        told(dead, dead);
        told(dead, dead.withLogref("another-each-time"));
        told(dead, null);
        told(null, null);

        assertThat(heard)
                .containsExactly(
                        new Event.Failed("default", Code.API_UNREACHABLE, null),
                        new Event.StillFailing("default", Code.API_UNREACHABLE),
                        new Event.StillFailing("default", Code.API_UNREACHABLE),
                        new Event.Healed("default", Code.API_UNREACHABLE, BEGUN));
    }

    @Test
    void a_trouble_that_becomes_another_is_told_again_and_a_no_of_foxys_as_one() {
        Problem dead = Problem.of(Code.API_UNREACHABLE, "No answer.");
        Problem no = Problem.of(Code.NEEDS_RECONNECT, "No.").withLogref("log-7").lasting(BEGUN, null);
        told(null, dead);
        told(dead, no);
        told(no, null);

        assertThat(heard)
                .containsExactly(
                        new Event.Failed("default", Code.API_UNREACHABLE, null),
                        new Event.Refused("default", Code.NEEDS_RECONNECT, "log-7"),
                        new Event.Healed("default", Code.NEEDS_RECONNECT, BEGUN));
    }

    private void told(@Nullable Problem before, @Nullable Problem after) {
        events.tell("default", before, after);
    }
}
