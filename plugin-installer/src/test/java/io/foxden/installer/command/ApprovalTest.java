package io.foxden.installer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.ConnectionStatus;
import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.authorization.Pause;
import io.foxden.installer.console.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Waiting for a person, with a clock that moves by waiting. */
final class ApprovalTest {
    private static final Instant THEN = Instant.parse("2026-11-28T10:00:00Z");
    private static final Status REGISTERED = status(Phase.REGISTERED, null);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void it_ends_when_somebody_approved() {
        Status connected = status(Phase.CONNECTED, THEN);

        assertThat(approval(REGISTERED, List.of(REGISTERED, REGISTERED, connected), this::pass)
                        .await(Duration.ofHours(1)))
                .contains(connected);
        assertThat(looks).hasValue(3);
    }

    @Test
    void a_connection_that_was_there_before_is_not_the_one_waited_for() {
        Status before = status(Phase.CONNECTED, THEN);
        Status after = status(Phase.CONNECTED, THEN.plusSeconds(60));

        assertThat(approval(before, List.of(before, after), this::pass).await(Duration.ofHours(1)))
                .contains(after);
    }

    @Test
    void it_gives_up_after_the_time_that_was_given() {
        assertThat(approval(REGISTERED, List.of(REGISTERED), this::pass).await(Duration.ofSeconds(30)))
                .isEmpty();
        assertThat(nanos).hasValue(Duration.ofSeconds(30).toNanos());
    }

    @Test
    void an_interrupt_ends_it() {
        assertThat(approval(REGISTERED, List.of(REGISTERED), duration -> false).await(Duration.ofHours(1)))
                .isEmpty();
        assertThat(looks).hasValue(1);
    }

    private boolean pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        return true;
    }

    private Approval approval(Status before, List<Status> then, Pause pause) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.unwatched(InputStream.nullInputStream(), nowhere, nowhere);
        Outside outside = new Outside(terminal, Map.of(), new Properties(), nanos::get, pause);
        return new Approval(() -> then.get(Math.min(looks.getAndIncrement(), then.size() - 1)), before, outside);
    }

    private static Status status(Phase phase, @Nullable Instant since) {
        ConnectionStatus connection =
                since == null ? null : new ConnectionStatus("store_full_access", "1", "Shop", since, since, since);
        return new Status("1", "distributed", phase, null, connection, null, List.of());
    }
}
