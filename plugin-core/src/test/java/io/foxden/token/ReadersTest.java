package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.secret.Secret;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Keeper;
import io.foxden.world.Problems;
import io.foxden.world.Records;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who reads a token does not wait for the network while a valid one is on disk. */
class ReadersTest extends InWorld {
    private static final Fault.Order REFRESH = Fault.on(Target.TOKEN).grant("refresh_token");

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void let_the_answer_go() {
        answer.countDown();
    }

    @Test
    void nobody_waits_behind_a_refresh_ahead_of_time() throws Exception {
        Installation slow = world.connected();
        Secret token = slow.accessToken();
        Installation other = world.open();
        world.sandbox().onRequest(this::hold);
        CompletableFuture<Void> refresh = CompletableFuture.runAsync(slow::refresh);
        asked.await();

        assertThat(slow.accessToken()).isEqualTo(token);
        assertThat(other.accessToken()).isEqualTo(token);
        assertThat(world.open().accessToken()).isEqualTo(token);
        assertThat(refresh).isNotDone();

        answer.countDown();
        refresh.get(30, TimeUnit.SECONDS);
    }

    @Test
    void nobody_waits_for_a_lease_that_another_holds() {
        world.connected();
        try (Records records = Records.of(world);
                var lease = records.store().lease("refresh-default", Duration.ZERO)) {
            Secret token = world.open().accessToken();

            assertThat(List.of(
                            world.open().accessToken(),
                            world.open().accessToken(),
                            world.open().accessToken()))
                    .containsOnly(token);
            assertThat(lease.held()).isTrue();
        }
    }

    @Test
    void a_disconnect_elsewhere_counts_at_the_next_look_though_a_refresh_hangs() throws Exception {
        Installation person = world.connected();
        try (Keeper keeper = Keeper.of(world)) {
            keeper.tokens().current();
            world.sandbox().onRequest(this::hold);
            world.clock().advance(Duration.ofMinutes(115));
            CompletableFuture<Void> beat = CompletableFuture.runAsync(keeper.tokens()::keepFresh);
            asked.await();

            person.disconnect();
            keeper.tokens().watch();

            Problems.of(Code.NOT_CONNECTED, keeper.tokens()::current);
            answer.countDown();
            beat.exceptionally(late -> null).get(30, TimeUnit.SECONDS);
            Problems.of(Code.NOT_CONNECTED, keeper.tokens()::current);
        }
        assertThat(world.connection()).doesNotContain("_token\"");
    }

    @Test
    void who_waits_for_another_process_has_its_token_as_soon_as_that_has_it() throws Exception {
        Installation slow = world.connected();
        Installation other = world.open();
        world.clock().advance(Duration.ofHours(2));
        world.sandbox().onRequest(this::hold);
        CompletableFuture<Secret> first = CompletableFuture.supplyAsync(slow::accessToken);
        asked.await();
        CompletableFuture<Secret> second = CompletableFuture.supplyAsync(other::accessToken);

        answer.countDown();

        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(first.get(30, TimeUnit.SECONDS));
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void a_foxy_that_refuses_while_another_waits_lets_that_one_go_too() throws Exception {
        Installation slow = world.connected();
        Installation other = world.open();
        world.clock().advance(Duration.ofHours(2));
        world.sandbox().order(REFRESH.always().html(503));
        world.sandbox().onRequest(this::hold);
        CompletableFuture<Secret> first = CompletableFuture.supplyAsync(slow::accessToken);
        asked.await();
        CompletableFuture<Secret> second = CompletableFuture.supplyAsync(other::accessToken);

        answer.countDown();

        assertThat(first.handle((token, e) -> e != null).get(30, TimeUnit.SECONDS))
                .isTrue();
        assertThat(second.handle((token, e) -> e != null).get(30, TimeUnit.SECONDS))
                .isTrue();
        assertThat(world.refreshes()).isEqualTo(1);
    }

    private void hold(Exchange exchange) {
        if ("refresh_token".equals(exchange.grantType())) {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
