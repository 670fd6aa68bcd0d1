package io.foxden.dist.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.secret.SecretSearch;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.SandboxOptions;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.journal.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIGKILL at the boundaries of requests and at random times, fifty rounds together; power cuts at every file step. */
class CrashIT {
    private static final int RANDOM_ROUNDS = 41;
    /** What the system reports of a process that SIGKILL ended: 128 + 9. */
    private static final int KILLED = 137;

    private static final int AT_ONCE = 2;

    @TempDir
    static Path shared;

    private static ErrandJvm jvm;

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeAll
    static void prepareJvm() throws IOException, InterruptedException {
        try (Sandbox first = approving()) {
            jvm = ErrandJvm.prepared(shared, Errand.of(shared.resolve("first"), "first", first));
        }
    }

    @BeforeEach
    void startSandbox() {
        sandbox = approving();
    }

    /** Whatever the moment, nothing that was left behind holds a secret in clear. */
    @AfterEach
    void searchForSecrets() throws IOException {
        sandbox.close();
        assertThat(SecretSearch.forSecretsOf(sandbox).in(folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE_CLIENT, , REQUEST_RECEIVED",
        "CREATE_CLIENT, , PROCESSED_BUT_UNANSWERED",
        "CREATE_CLIENT, , ANSWERED",
        "TOKEN, authorization_code, REQUEST_RECEIVED",
        "TOKEN, authorization_code, PROCESSED_BUT_UNANSWERED",
        "TOKEN, authorization_code, ANSWERED",
        "TOKEN, refresh_token, REQUEST_RECEIVED",
        "TOKEN, refresh_token, PROCESSED_BUT_UNANSWERED",
        "TOKEN, refresh_token, ANSWERED"
    })
    void an_installation_killed_at_a_boundary_of_a_request_heals(
            Target target, @Nullable String grantType, Boundary boundary) throws InterruptedException {
        Life life = life("boundary");
        CompletableFuture<Process> victim = new CompletableFuture<>();
        boundary.kill(
                sandbox,
                exchange -> exchange.target() == target && Objects.equals(exchange.grantType(), grantType),
                victim);
        victim.complete(life.begin(0));
        assertThat(victim.join().waitFor()).as(life::output).isEqualTo(KILLED);
        life.heals();
    }

    @Test
    void an_installation_killed_at_any_time_heals() throws InterruptedException {
        long wholeMillis = wholeRun().toMillis();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.printf("%d rounds of SIGKILL within %d ms, seed %d%n", RANDOM_ROUNDS, wholeMillis, seed);
        List<Long> delays = random.longs(RANDOM_ROUNDS, 0, wholeMillis).boxed().toList();
        rounds(RANDOM_ROUNDS, round -> killedAfter(delays.get(round - 1), "random-" + round));
    }

    @Test
    void an_installation_that_loses_power_at_any_file_step_heals() throws InterruptedException {
        Life whole = life("whole");
        assertThat(whole.runToItsEnd(0)).as(whole::output).isZero();
        int steps = Integer.parseInt(whole.output().strip().replaceFirst("(?s).*steps (\\d+)$", "$1"));
        System.out.printf("halted at each of %d file steps%n", steps);
        rounds(steps, step -> haltedAt(step, "step-" + step));
    }

    private static Sandbox approving() {
        return Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));
    }

    private Life life(String name) {
        return new Life(folder, name, sandbox, jvm);
    }

    private Duration wholeRun() {
        long before = System.nanoTime();
        Life whole = life("whole");
        assertThat(whole.runToItsEnd(0)).as(whole::output).isZero();
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private void killedAfter(long millis, String name) {
        Life life = life(name);
        life.killedAfter(millis);
        life.heals();
    }

    private void haltedAt(int step, String name) {
        Life life = life(name);
        assertThat(life.runToItsEnd(step)).as(life::output).isEqualTo(Errand.HALTED);
        life.heals();
    }

    /** All rounds, two at a time, counted from 1; each has a home and a client of its own. */
    private static void rounds(int count, IntConsumer round) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                int number = i;
                running.add(threads.submit(() -> round.accept(number)));
            }
            for (int i = 1; i <= count; i++) {
                ended(i, running.get(i - 1));
            }
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private static void ended(int round, Future<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("Round " + round + ": " + e.getCause(), e.getCause());
        }
    }
}
