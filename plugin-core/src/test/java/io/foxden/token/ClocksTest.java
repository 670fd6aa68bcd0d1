package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.foxden.Phase;
import io.foxden.installation.Installation;
import io.foxden.installation.Machinery;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.secret.Secret;
import io.foxden.testkit.SteppingClock;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Keeper;
import io.foxden.world.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall clock of the server is set while Foxy's goes on: neither is a token lost, nor a dead one given out for long. */
class ClocksTest extends InWorld {
    private static final Fault.Order REFRESH = Fault.on(Target.TOKEN).grant("refresh_token");

    /** Of the server; the world's is Foxy's. */
    private final SteppingClock wall = SteppingClock.at(Instant.parse("2026-11-23T17:42:00Z"));

    private final AtomicLong forward = new AtomicLong();

    @ParameterizedTest
    @ValueSource(strings = {"PT-48H", "PT-6H", "PT6H", "PT48H"})
    void a_clock_that_is_set_takes_no_token_away(Duration jump) {
        Installation foxden = connected();
        Secret token = foxden.accessToken();

        wall.advance(jump);

        assertThat(foxden.accessToken()).isEqualTo(token);
        assertThat(world.refreshes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-48H", "PT-6H", "PT6H", "PT48H"})
    void the_beat_sees_that_the_clock_was_set_and_asks_anew_and_nobody_fails_meanwhile(Duration jump) {
        Installation foxden = connected().start();
        Secret token = foxden.accessToken();
        world.sandbox().order(REFRESH.html(502));
        wall.advance(jump);

        await().until(() -> world.refreshes() == 1);
        await().until(() -> foxden.status().problem() != null);
        assertThat(foxden.accessToken()).isEqualTo(token);
        goOn(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(foxden.accessToken()).isNotEqualTo(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-48H", "PT-6H", "PT6H", "PT48H"})
    void a_clock_that_is_set_while_foxy_is_in_trouble_keeps_nobody_waiting_longer_than_planned(Duration jump) {
        Installation foxden = connected();
        goOn(Duration.ofHours(2));
        world.sandbox().order(REFRESH.html(502));
        Problems.of(Code.API_UNREACHABLE, foxden::accessToken);

        wall.advance(jump);
        goOn(Duration.ofSeconds(3));

        assertThat(foxden.accessToken()).isNotNull();
        assertThat(world.open(this::mine).accessToken()).isEqualTo(foxden.accessToken());
    }

    @Test
    void a_consent_under_a_clock_ten_hours_ahead_does_not_outlive_its_token() {
        wall.advance(Duration.ofHours(10));
        connected().close();
        wall.advance(Duration.ofHours(-10));
        Installation foxden = world.open(this::mine);

        int calls = 0;
        for (int hour = 0; hour < 10; hour++) {
            Secret token = foxden.accessToken();
            assertThat(world.sandbox().accessTokenExpiry(token.reveal()))
                    .hasValueSatisfying(
                            end -> assertThat(end).isAfter(world.clock().instant()));
            goOn(Duration.ofHours(1));
            calls++;
        }
        assertThat(calls).isEqualTo(10);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void a_token_that_is_doubtful_is_better_than_none() {
        wall.advance(Duration.ofHours(10));
        connected().close();
        wall.advance(Duration.ofHours(-10));
        Installation foxden = world.open(this::mine);
        world.sandbox().order(REFRESH.always().html(503));

        try {
            foxden.accessToken();
        } catch (FoxdenException e) {
            assertThat(e.code()).isEqualTo(Code.API_UNREACHABLE);
        }
        assertThat(foxden.accessToken()).isNotNull();
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-48H", "PT-6H", "PT-90S", "PT90S", "PT116M", "PT6H", "P3650D"})
    void two_processes_whose_clocks_differ_do_not_replace_each_others_tokens_for_ever(Duration apart) {
        world.connected();
        try (Keeper one = Keeper.of(world);
                Keeper other = Keeper.of(world, Clock.offset(world.clock(), apart))) {
            for (int beat = 0; beat < 4 * 60 * 60; beat++) {
                one.tokens().keepFresh();
                other.tokens().keepFresh();
                world.clock().advance(Duration.ofSeconds(1));
            }
            assertThat(world.sandbox().accessTokenExpiry(one.tokens().current().reveal()))
                    .hasValueSatisfying(
                            end -> assertThat(end).isAfter(world.clock().instant()));
            assertThat(other.tokens().current()).isEqualTo(one.tokens().current());
            assertThat(world.refreshes()).isBetween(2, 8);
        }
    }

    private Installation connected() {
        Installation foxden = world.open(this::mine);
        world.connectAnew(foxden);
        return foxden;
    }

    /** All clocks. */
    private void goOn(Duration time) {
        wall.advance(time);
        forward.addAndGet(time.toNanos());
        world.clock().advance(time);
    }

    private Machinery mine(Machinery machinery) {
        return machinery.withTime(wall, forward::get);
    }
}
