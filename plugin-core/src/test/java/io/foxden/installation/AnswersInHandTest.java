package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.Phase;
import io.foxden.authorization.Arrival;
import io.foxden.authorization.CallbackQuery;
import io.foxden.authorization.Departure;
import io.foxden.authorization.Intent;
import io.foxden.authorization.Outcome;
import io.foxden.http.HttpAnswer;
import io.foxden.http.HttpRequest;
import io.foxden.http.JerseyWire;
import io.foxden.http.Wire;
import io.foxden.http.WireException;
import io.foxden.problem.Code;
import io.foxden.problem.TryLaterException;
import io.foxden.registration.ClientAuthentication;
import io.foxden.registration.ClientJournal;
import io.foxden.secret.Secret;
import io.foxden.store.AnswersInHand;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.Records;
import io.foxden.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What Foxy says once is not lost: not to a full disk, not to the end of the server, not to somebody else's write. */
class AnswersInHandTest extends InWorld {
    private final AtomicReference<String> full = new AtomicReference<>("");

    @Test
    void a_secret_that_cannot_be_written_is_kept_and_nothing_is_registered_twice() {
        Installation foxden = onFullDisk();
        world.sandbox()
                .afterProcessing(exchange -> full.set(exchange.target() == Target.CREATE_CLIENT ? "client" : ""));

        Problems.of(Code.STORE_UNREACHABLE, () -> World.install(foxden));
        Problems.of(Code.STORE_UNREACHABLE, () -> World.install(foxden));
        assertThat(Objects.requireNonNull(foxden.status().problem()).code()).isEqualTo(Code.STORE_UNREACHABLE);

        full.set("");
        world.sandbox().afterProcessing(exchange -> {});
        assertThat(World.install(foxden).registered()).isFalse();
        assertThat(world.sandbox().postsToClients()).isEqualTo(1);
        assertThat(world.connect(world.open()).outcome()).isEqualTo(Outcome.CONNECTED);
    }

    @Test
    void a_consent_that_cannot_be_written_is_used_and_written_before_the_end() {
        Installation foxden = onFullDisk();
        World.install(foxden);
        world.sandbox().onRequest(exchange -> full.set("connection"));

        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);
        Secret token = foxden.accessToken();
        assertThat(foxden.api().follow("fx:store").text("store_name")).contains("Example Store");
        assertThat(world.open().status().phase()).isEqualTo(Phase.REGISTERED);

        world.sandbox().onRequest(exchange -> {});
        full.set("");
        foxden.close();
        assertThat(world.open().accessToken()).isEqualTo(token);
        assertThat(world.open().refresh().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void a_rotated_token_that_comes_while_the_server_stops_is_written_before_the_key_is_wiped() throws Exception {
        world.sandbox().behave(b -> b.withRotateRefreshTokens(true));
        world.connected();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        Installation foxden =
                world.open(machinery -> machinery.withWire(http -> new ClosingWire(new JerseyWire(http), closing)));
        world.sandbox().afterProcessing(exchange -> hold(exchange, asked, closing));

        CompletableFuture<Void> person = CompletableFuture.runAsync(foxden::refresh);
        asked.await();
        foxden.close();
        person.exceptionally(late -> null).join();

        world.sandbox().afterProcessing(exchange -> {});
        assertThat(world.open().refresh().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void a_rotated_token_that_cannot_be_written_is_the_one_that_is_asked_with_next() {
        world.sandbox().behave(b -> b.withRotateRefreshTokens(true));
        world.connected();
        Installation foxden = onFullDisk();
        full.set("connection");

        foxden.refresh();
        foxden.refresh();
        Secret token = foxden.accessToken();
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(foxden.status().warnings()).isEmpty();

        full.set("");
        foxden.close();
        assertThat(world.open().accessToken()).isEqualTo(token);
        assertThat(world.open().refresh().problem()).isNull();
    }

    @Test
    void a_token_that_was_written_late_lives_from_when_it_came() {
        world.connected();
        Installation foxden = onFullDisk();
        full.set("connection");
        foxden.refresh();
        Instant end = world.clock().instant().plus(Duration.ofHours(2));
        world.clock().advance(Duration.ofHours(1));

        full.set("");
        foxden.close();

        assertThat(Objects.requireNonNull(world.open().status().connection()).accessTokenExpiresAt())
                .isEqualTo(end);
    }

    @Test
    void a_browser_that_comes_back_to_a_full_disk_is_connected_and_told_so() {
        Installation foxden = onFullDisk();
        World.install(foxden);
        Departure departure = foxden.authorization().begin(Intent.plain());
        CallbackQuery query = world.visit(departure);
        full.set("tx");

        Arrival arrival = foxden.authorization().callback(query, World.cookies(departure));
        assertThat(arrival.outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(foxden.authorization().arrival(arrival.reference())).contains(arrival);
        assertThat(foxden.authorization()
                        .callback(query, World.cookies(departure))
                        .again())
                .isTrue();

        full.set("");
        foxden.close();
        assertThat(world.open().authorization().arrival(arrival.reference())).contains(arrival);
        assertThat(world.tokenRequests("authorization_code")).hasSize(1);
    }

    @Test
    void an_answer_waits_on_where_there_was_no_memory_to_write_it() {
        AnswersInHand inHand = new AnswersInHand();
        AtomicInteger tries = new AtomicInteger();
        Runnable writing = () -> {
            if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("no room");
            }
        };

        assertThatThrownBy(() -> inHand.write(writing)).isInstanceOf(OutOfMemoryError.class);
        assertThat(inHand.settle()).isTrue();
        assertThat(tries).hasValue(2);
    }

    @Test
    void a_change_of_the_client_record_while_foxy_registers_does_not_lose_the_secret() {
        Installation foxden = world.connected();
        String key = clientKey();
        world.sandbox().deleteClient(clientId(foxden));
        Problems.of(Code.CLIENT_UNKNOWN, foxden::refresh);
        world.sandbox().onRequest(exchange -> {
            if (exchange.target() == Target.CREATE_CLIENT) {
                rememberAuthentication(key);
            }
        });

        assertThat(World.install(foxden).registered()).isTrue();

        assertThat(world.sandbox().postsToClients()).isEqualTo(2);
        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);
    }

    @Test
    void tokens_are_taken_though_it_cannot_be_noted_which_way_of_authentication_worked() {
        Installation foxden = onFullDisk();
        World.install(foxden);
        world.sandbox().order(Fault.on(Target.TOKEN).always().loseAuthorization());
        world.sandbox().onRequest(exchange -> full.set(exchange.target() == Target.TOKEN ? "client" : ""));

        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
    }

    private Installation onFullDisk() {
        return world.open(machinery -> machinery.withSteps(step -> {
            String record = Objects.requireNonNull(full.get());
            if (!record.isEmpty() && step.startsWith(record)) {
                throw new TryLaterException(Code.STORE_UNREACHABLE, "The disk is full.");
            }
        }));
    }

    private static void hold(Exchange exchange, CountDownLatch asked, CountDownLatch closing) {
        if ("refresh_token".equals(exchange.grantType())) {
            asked.countDown();
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String clientKey() {
        try (Records records = Records.of(world)) {
            return Objects.requireNonNull(new ClientJournal(records.store(), records.vault(), world.clock())
                            .read()
                            .current())
                    .key();
        }
    }

    private void rememberAuthentication(String key) {
        try (Records records = Records.of(world)) {
            new ClientJournal(records.store(), records.vault(), world.clock())
                    .rememberAuthentication(key, ClientAuthentication.POST);
        }
    }

    private static String clientId(Installation foxden) {
        return Objects.requireNonNull(
                Objects.requireNonNull(foxden.status().client()).clientId());
    }

    /** Tells when it is about to be closed. */
    private record ClosingWire(Wire wire, CountDownLatch closing) implements Wire {
        @Override
        public HttpAnswer send(HttpRequest request) throws WireException {
            return wire.send(request);
        }

        @Override
        public void close() {
            closing.countDown();
            wire.close();
        }
    }
}
