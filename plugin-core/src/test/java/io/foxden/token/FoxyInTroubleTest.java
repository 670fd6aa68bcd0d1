package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.TryLaterException;
import io.foxden.setting.Setting;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Refreshes while Foxy, or what is between, does not answer as it should: nothing is lost, and it passes. */
class FoxyInTroubleTest extends InWorld {
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final Fault.Order REFRESH = Fault.on(Target.TOKEN).grant("refresh_token");

    static Stream<Fault> troubles() {
        return Stream.of(
                REFRESH.fxErrors(500, "Broken."),
                REFRESH.fxErrors(503, "Maintenance."),
                REFRESH.html(200),
                REFRESH.html(401),
                REFRESH.html(502),
                REFRESH.garbage(200),
                REFRESH.garbage(400),
                REFRESH.empty(200),
                REFRESH.empty(503),
                REFRESH.huge(200, 8_000_000),
                REFRESH.without("access_token"),
                REFRESH.with("token_type", "mac"),
                REFRESH.dropBefore(),
                REFRESH.dropAfter(),
                REFRESH.truncate(),
                REFRESH.retryAfter("3").fxErrors(429, "Slow down."),
                Fault.on(Target.HOME).html(503));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void a_trouble_changes_nothing_and_the_next_refresh_succeeds(Fault trouble) {
        Installation foxden = world.connected();
        Status before = foxden.status();
        List<String> tokens = tokens();
        foxden.close();
        Installation reopened = world.open();
        world.sandbox().order(trouble);

        Problems.of(Code.API_UNREACHABLE, reopened::refresh);

        assertThat(reopened.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(reopened.status().connection()).isEqualTo(before.connection());
        assertThat(reopened.status().problem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.API_UNREACHABLE);
            assertThat(problem.since()).isEqualTo(world.clock().instant());
            assertThat(problem.nextAttemptAt()).isAfter(world.clock().instant());
        });
        assertThat(tokens()).isEqualTo(tokens);
        assertThat(reopened.refresh()).isEqualTo(before);
    }

    /** As they are sealed, line by line. */
    private List<String> tokens() {
        return world.connection()
                .lines()
                .filter(line -> line.contains("_token\""))
                .map(line -> line.replace(",", ""))
                .toList();
    }

    @Test
    void a_time_out_changes_nothing() {
        world.connected();
        Installation foxden = world.set(Setting.HTTP_READ_TIMEOUT, "300ms").open();
        world.sandbox().order(REFRESH.delayBefore(Duration.ofMillis(900)));

        Problems.of(Code.API_UNREACHABLE, foxden::refresh);

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(foxden.refresh().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void a_foxy_that_is_gone_changes_nothing() {
        Installation foxden = world.connected();
        world.sandbox().close();

        Problems.of(Code.API_UNREACHABLE, foxden::refresh);

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(foxden.accessToken()).isNotNull();
    }

    @Test
    void a_token_that_is_still_valid_is_given_out_through_the_trouble() {
        Installation foxden = world.connected();
        world.sandbox().order(REFRESH.always().html(502));

        Problems.of(Code.API_UNREACHABLE, foxden::refresh);

        assertThat(foxden.accessToken()).isNotNull();
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void who_asks_for_a_token_is_told_of_the_failure_for_a_while_without_asking_again() {
        Installation foxden = world.connected();
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.html(502));

        Problems.of(Code.API_UNREACHABLE, foxden::accessToken);
        Problems.of(Code.API_UNREACHABLE, foxden::accessToken);
        assertThat(world.refreshes()).isEqualTo(1);

        world.clock().advance(Duration.ofSeconds(3));
        assertThat(foxden.accessToken()).isNotNull();
    }

    @Test
    void the_pauses_grow() {
        Installation foxden = world.connected();
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.always().html(502));

        for (int second = 0; second < 60; second++) {
            Problems.of(Code.API_UNREACHABLE, foxden::accessToken);
            world.clock().advance(Duration.ofSeconds(1));
        }

        assertThat(world.refreshes()).isEqualTo(3);
    }

    @Test
    void a_retry_after_is_respected() {
        Installation foxden = world.connected();
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.retryAfter("90").fxErrors(429, "Slow down."));

        TryLaterException failure = (TryLaterException) Problems.thrown(Code.API_UNREACHABLE, foxden::accessToken);
        world.clock().advance(Duration.ofSeconds(89));
        Problems.of(Code.API_UNREACHABLE, foxden::accessToken);

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(90));
        assertThat(world.refreshes()).isEqualTo(1);
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(foxden.accessToken()).isNotNull();
    }

    @Test
    void a_person_who_presses_refresh_need_not_wait() {
        Installation foxden = world.connected();
        world.sandbox().order(REFRESH.retryAfter("90").fxErrors(503, "Maintenance."));
        Problems.of(Code.API_UNREACHABLE, foxden::refresh);

        assertThat(foxden.refresh().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void a_refusal_that_says_nothing_of_the_grant_changes_nothing_and_is_not_repeated_at_once() {
        Installation foxden = world.connected();
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.times(2).fxErrors(403, "Your address is blocked."));

        var problem = Problems.of(Code.API_REFUSED, foxden::accessToken);
        Problems.of(Code.API_REFUSED, foxden::accessToken);

        assertThat(problem.detail()).contains("Your address is blocked.");
        assertThat(problem.logref()).startsWith("id-");
        assertThat(world.refreshes()).isEqualTo(1);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(Objects.requireNonNull(foxden.status().problem()).code()).isEqualTo(Code.API_REFUSED);
    }

    @Test
    void a_new_consent_need_not_wait_for_the_end_of_a_pause() {
        Installation foxden = world.connected();
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.retryAfter("3000").fxErrors(503, "Maintenance."));
        Problems.of(Code.API_UNREACHABLE, foxden::accessToken);

        world.connect(foxden);

        assertThat(foxden.accessToken()).isNotNull();
    }

    @Test
    void a_rotated_token_whose_answer_was_lost_is_told_as_a_consent_to_be_given_again() {
        world.sandbox().behave(b -> b.withRotateRefreshTokens(true));
        Installation foxden = world.connected();
        world.sandbox().order(REFRESH.dropAfter());
        Problems.of(Code.API_UNREACHABLE, foxden::refresh);

        Problems.of(Code.NEEDS_RECONNECT, foxden::refresh);

        world.connect(foxden);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
    }
}
