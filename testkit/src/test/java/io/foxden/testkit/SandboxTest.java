package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SandboxTest {

    @Test
    void two_sandboxes_live_side_by_side() {
        try (Sandbox one = Sandbox.start();
                Sandbox two = Sandbox.start()) {
            Plugin.register(one);

            assertThat(one.apiUrl()).isNotEqualTo(two.apiUrl()).isNotEqualTo(one.twinUrl());
            assertThat(two.clients()).isEmpty();
        }
    }

    @Test
    void a_closed_sandbox_lets_go_of_its_ports() {
        Sandbox sandbox = Sandbox.start();
        sandbox.close();

        assertThatThrownBy(() ->
                        new Socket(sandbox.apiUrl().getHost(), sandbox.apiUrl().getPort()).close())
                .isInstanceOf(IOException.class);
        try (Sandbox again = Sandbox.start(
                SandboxOptions.standard().withPort(sandbox.apiUrl().getPort()))) {
            assertThat(again.apiUrl()).isEqualTo(sandbox.apiUrl());
        }
    }

    @Test
    void closing_does_not_wait_for_a_delay() {
        Sandbox sandbox = Sandbox.start();
        sandbox.order(Fault.on(Target.HOME).always().delayBefore(Duration.ofHours(1)));
        CountDownLatch arrived = new CountDownLatch(1);
        sandbox.onRequest(exchange -> arrived.countDown());
        CompletableFuture<Void> request = CompletableFuture.runAsync(() -> {
            Reply ignored = Caller.of(sandbox).form("POST", "/", Map.of("a", "b"));
        });
        await().until(() -> arrived.getCount() == 0);

        sandbox.close();

        await().until(request::isDone);
    }

    @Test
    void a_taken_port_is_named() {
        try (Sandbox other = Sandbox.start()) {
            int taken = other.apiUrl().getPort();
            assertThatThrownBy(() -> Sandbox.start(SandboxOptions.standard().withPort(taken)))
                    .hasMessageContaining("Port " + taken)
                    .hasMessageContaining("0 for a free one");
        }
    }

    @Test
    void given_randomness_makes_the_secrets_foreseeable() {
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withRandom(new Random(1)))) {
                secrets.add(Plugin.register(sandbox).clientSecret());
            }
        }
        assertThat(secrets.get(0)).isEqualTo(secrets.get(1));
    }

    @Test
    void many_registrations_at_once_make_one_client_each() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE))) {
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                statuses.add(threads.submit(() -> Caller.of(sandbox)
                        .form("POST", "/clients", Plugin.registration())
                        .status()));
            }
            int created = 0;
            for (Future<Integer> status : statuses) {
                created += status.get() == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
            assertThat(sandbox.clients()).hasSize(1);
            assertThat(sandbox.postsToClients()).isEqualTo(16);
        } finally {
            threads.shutdownNow();
        }
    }
}
