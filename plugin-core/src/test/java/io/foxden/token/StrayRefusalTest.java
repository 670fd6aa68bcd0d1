package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.secret.Secret;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Keeper;
import io.foxden.world.LogCapture;
import io.foxden.world.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A refusal that was a mistake: what works is used until it ends, and it heals without a person. */
class StrayRefusalTest extends InWorld {
    private static final Fault.Order REFRESH = Fault.on(Target.TOKEN).grant("refresh_token");

    static Stream<Fault> refusals() {
        return Stream.of(
                REFRESH.times(2).oauthError(401, "invalid_client"),
                REFRESH.times(2).oauthError(400, "invalid_client"),
                REFRESH.oauthError(400, "invalid_grant"),
                REFRESH.oauthError(401, "invalid_grant"),
                REFRESH.fxErrors(403, "Your address is blocked."));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void the_token_that_works_is_given_out_and_the_beat_heals_it_within_the_hour(Fault refusal) {
        Installation foxden = world.connected();
        try (Keeper keeper = Keeper.of(world)) {
            Secret token = keeper.tokens().current();
            world.clock().advance(Duration.ofMinutes(115));
            world.sandbox().order(refusal);
            keepFresh(keeper);

            assertThat(keeper.tokens().current()).isEqualTo(token);
            assertThat(world.open().accessToken()).isEqualTo(token);
            assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
            Problem problem = Objects.requireNonNull(foxden.status().problem());
            assertThat(problem.since()).isEqualTo(world.clock().instant());
            assertThat(Objects.requireNonNull(problem.nextAttemptAt()))
                    .isBefore(world.clock().instant().plus(Duration.ofHours(1)));

            for (int minute = 0; minute < 60; minute++) {
                world.clock().advance(Duration.ofMinutes(1));
                keepFresh(keeper);
            }
            assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
            assertThat(foxden.status().problem()).isNull();
            assertThat(keeper.tokens().current()).isNotEqualTo(token);
        }
    }

    @Test
    void it_is_broken_once_it_is_refused_and_has_ended() {
        Installation foxden = world.connected();
        world.sandbox().order(REFRESH.always().oauthError(400, "invalid_grant"));

        Problems.of(Code.NEEDS_RECONNECT, foxden::refresh);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);

        world.clock().advance(Duration.ofHours(2));
        assertThat(foxden.status().phase()).isEqualTo(Phase.BROKEN);
        Problems.of(Code.NEEDS_RECONNECT, foxden::accessToken);
    }

    @Test
    void a_consent_that_cannot_be_refreshed_is_used_until_it_ends_and_says_so() {
        Installation foxden = world.installed();
        world.sandbox().order(Fault.on(Target.TOKEN).without("refresh_token"));
        world.connect(foxden);
        String before = world.connection();
        world.clock().advance(Duration.ofMinutes(1));

        Problems.of(Code.CONSENT_EXPIRES, foxden::refresh);

        assertThat(world.connection()).isEqualTo(before);
        assertThat(foxden.accessToken()).isNotNull();
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(Objects.requireNonNull(foxden.status().problem()).code()).isEqualTo(Code.CONSENT_EXPIRES);
        assertThat(world.refreshes()).isZero();
    }

    @Test
    void three_days_of_refusals_are_told_once_at_their_begin_and_once_at_their_end() {
        world.connected();
        world.clock().advance(Duration.ofHours(2));
        Installation foxden = world.open();
        world.sandbox().order(REFRESH.always().fxErrors(403, "Your address is blocked."));
        try (LogCapture log = new LogCapture()) {
            days(foxden, 3);
            assertThat(warnings(log)).singleElement().asString().contains("Foxy refused the request");
            assertThat(Objects.requireNonNull(foxden.status().problem()).code()).isEqualTo(Code.API_REFUSED);
            assertThat(foxden.doctor().checks())
                    .filteredOn(check -> check.name().equals("connection"))
                    .singleElement()
                    .satisfies(check -> assertThat(check.code()).isEqualTo(Code.API_REFUSED));

            world.sandbox().clearFaults();
            days(foxden, 2);
            assertThat(foxden.status().problem()).isNull();
            assertThat(warnings(log)).hasSize(1);
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("is well again"))
                    .hasSize(1);
        }
    }

    private void days(Installation foxden, int days) {
        for (int tick = 0; tick < days * 24 * 6; tick++) {
            try {
                foxden.accessToken();
            } catch (FoxdenException e) {
                assertThat(e.code()).isEqualTo(Code.API_REFUSED);
            }
            world.clock().advance(Duration.ofMinutes(10));
        }
    }

    private static List<String> warnings(LogCapture log) {
        return log.lines().stream().filter(line -> line.startsWith("WARN")).toList();
    }

    private static void keepFresh(Keeper keeper) {
        try {
            keeper.tokens().keepFresh();
        } catch (FoxdenException e) {
            assertThat(e.code()).isIn(Code.NEEDS_RECONNECT, Code.CLIENT_UNKNOWN, Code.API_REFUSED);
        }
    }
}
