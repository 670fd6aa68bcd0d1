package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.secret.Secret;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Target;
import io.foxden.world.Crowd;
import io.foxden.world.InWorld;
import io.foxden.world.Keeper;
import io.foxden.world.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several processes on one home, and what happens while a refresh is on its way. */
class RefreshTogetherTest extends InWorld {
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final Fault.Order REFRESH = Fault.on(Target.TOKEN).grant("refresh_token");

    @Test
    void processes_that_find_the_token_expired_refresh_once() {
        world.connected();
        List<Installation> processes = Stream.generate(world::open).limit(4).toList();
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.delayBefore(Duration.ofMillis(100)));

        List<Secret> tokens = Crowd.atOnce(processes.stream()
                .<Callable<Secret>>map(foxden -> foxden::accessToken)
                .toList());

        assertThat(tokens).containsOnly(tokens.get(0));
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void refreshes_of_two_processes_at_once_lose_no_rotated_token() {
        world.sandbox().behave(b -> b.withRotateRefreshTokens(true));
        Installation one = world.connected();
        Installation two = world.open();

        for (int round = 0; round < 3; round++) {
            List<Status> results = Crowd.atOnce(List.<Callable<Status>>of(one::refresh, two::refresh));
            assertThat(results).extracting(Status::phase).containsOnly(Phase.CONNECTED);
        }

        assertThat(world.refreshes()).isEqualTo(6);
        assertThat(one.refresh().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void a_disconnect_in_another_process_is_seen_at_the_next_look() {
        Installation other = world.connected();
        try (Keeper keeper = Keeper.of(world)) {
            keeper.tokens().current();
            other.disconnect();

            keeper.tokens().watch();

            Problems.of(Code.NOT_CONNECTED, () -> keeper.tokens().current());
        }
    }

    @Test
    void a_refresh_in_another_process_is_seen_at_the_next_look() {
        Installation other = world.connected();
        try (Keeper keeper = Keeper.of(world)) {
            keeper.tokens().current();
            other.refresh();

            keeper.tokens().watch();

            assertThat(keeper.tokens().current()).isEqualTo(other.accessToken());
            assertThat(world.refreshes()).isEqualTo(1);
        }
    }

    @Test
    void a_new_consent_in_another_process_takes_the_place_of_a_broken_one() {
        Installation other = world.connected();
        Installation foxden = world.open().start();
        world.sandbox().order(REFRESH.oauthError(400, "invalid_grant"));
        Problems.of(Code.NEEDS_RECONNECT, foxden::refresh);

        world.connect(other);

        await().untilAsserted(() -> assertThat(foxden.accessToken()).isEqualTo(other.accessToken()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_disconnect_while_a_refresh_is_on_its_way_stays(boolean inAnotherProcess) {
        Installation foxden = world.connected();
        Installation other = inAnotherProcess ? world.open() : foxden;
        onFirstRefresh(other::disconnect);

        Problems.of(Code.NOT_CONNECTED, foxden::refresh);

        assertThat(foxden.status().phase()).isEqualTo(Phase.DISCONNECTED);
        assertThat(world.connection()).doesNotContain("_token\"");
        assertThat(world.connectionBefore()).doesNotContain("_token\"");
        Problems.of(Code.NOT_CONNECTED, foxden::accessToken);
    }

    @Test
    void a_reset_while_a_refresh_is_on_its_way_stays() {
        Installation foxden = world.connected();
        onFirstRefresh(world.open()::reset);

        Problems.of(Code.NOT_INSTALLED, foxden::refresh);

        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
        assertThat(world.connection()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_new_consent_while_a_refresh_is_on_its_way_wins(boolean endsTheOldOne) {
        Installation foxden = world.connected();
        Installation other = world.open();
        List<Secret> consented = new ArrayList<>();
        onFirstRefresh(() -> {
            world.connect(other);
            consented.add(other.accessToken());
        });
        if (endsTheOldOne) {
            world.sandbox().order(REFRESH.oauthError(400, "invalid_grant"));
        }
        world.clock().advance(LIFETIME);

        Secret token = foxden.accessToken();

        assertThat(consented).containsExactly(token);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(world.open().accessToken()).isEqualTo(token);
        assertThat(foxden.refresh().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void a_waiting_refresh_uses_what_the_one_before_it_was_given() {
        world.sandbox().behave(b -> b.withRotateRefreshTokens(true));
        Installation one = world.connected();
        Installation two = world.open();
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.delayAfter(Duration.ofMillis(100)));

        List<Secret> tokens = Crowd.atOnce(List.<Callable<Secret>>of(one::accessToken, two::accessToken));

        assertThat(tokens.get(0)).isEqualTo(tokens.get(1));
        assertThat(world.refreshes()).isEqualTo(1);
    }

    private void onFirstRefresh(Runnable action) {
        AtomicBoolean first = new AtomicBoolean(true);
        Consumer<Exchange> listener = exchange -> {
            if ("refresh_token".equals(exchange.grantType()) && first.compareAndSet(true, false)) {
                action.run();
            }
        };
        world.sandbox().onRequest(listener);
    }
}
