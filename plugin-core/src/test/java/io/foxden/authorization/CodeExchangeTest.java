package io.foxden.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Credentials;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeExchangeTest extends InWorld {
    private static final Fault.Order EXCHANGE = Fault.on(Target.TOKEN).grant("authorization_code");
    private static final Intent AGAIN = new Intent(null, null, true);

    @Test
    void a_code_is_swapped_at_once_by_basic_and_with_the_exact_redirect_uri() {
        Installation foxden = world.installed();
        world.sandbox().behave(b -> b.withRedirectUriRequired(true));

        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);

        assertThat(world.tokenRequests("authorization_code"))
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.credentials()).isEqualTo(Credentials.BASIC));
        assertThat(world.pauses()).isEmpty();
        assertThat(world.sandbox().violations()).isEmpty();
    }

    static Stream<Fault> troubles_that_pass() {
        return Stream.of(
                EXCHANGE.fxErrors(503, "Maintenance."),
                EXCHANGE.html(502),
                EXCHANGE.garbage(200),
                EXCHANGE.dropBefore(),
                EXCHANGE.retryAfter("2").fxErrors(429, "Slow down."),
                EXCHANGE.times(3).html(503),
                Fault.on(Target.HOME).html(503));
    }

    @ParameterizedTest
    @MethodSource("troubles_that_pass")
    void a_trouble_that_passes_within_the_codes_life_is_waited_out(Fault trouble) {
        world.installed().close();
        Installation foxden = world.open();
        world.sandbox().order(trouble);

        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);

        assertThat(world.pauses()).hasSize(trouble.times());
    }

    @Test
    void a_wish_to_wait_is_respected() {
        Installation foxden = world.installed();
        world.sandbox().order(EXCHANGE.retryAfter("7").fxErrors(503, "Maintenance."));

        world.connect(foxden);

        assertThat(world.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void a_wish_to_wait_longer_than_the_code_lives_ends_it_at_once() {
        Installation foxden = world.installed();
        world.sandbox().order(EXCHANGE.always().retryAfter("60").fxErrors(503, "Maintenance."));

        Arrival arrival = world.connect(foxden);

        assertThat(problem(arrival).code()).isEqualTo(Code.API_UNREACHABLE);
        assertThat(world.pauses()).isEmpty();
        assertThat(world.tokenRequests("authorization_code")).hasSize(1);
    }

    @Test
    void beyond_the_codes_life_nothing_is_tried() {
        Installation foxden = world.installed();
        world.sandbox().order(EXCHANGE.always().html(503));
        Instant begun = world.clock().instant();

        Arrival arrival = world.connect(foxden);

        assertThat(arrival.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(problem(arrival).code()).isEqualTo(Code.API_UNREACHABLE);
        assertThat(problem(arrival).remedy()).contains("Connect again");
        List<Exchange> asked = world.tokenRequests("authorization_code");
        assertThat(asked).hasSizeBetween(4, 8);
        assertThat(asked).allSatisfy(exchange -> assertThat(exchange.at()).isBefore(begun.plusSeconds(25)));
        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERED);
        assertThat(foxden.status().problem()).isNull();
    }

    @Test
    void an_interrupted_wait_ends_it() {
        world.installed();
        Installation foxden = world.open(machinery -> machinery.withPause(duration -> false));
        world.sandbox().order(EXCHANGE.html(503));

        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.FAILED);

        assertThat(world.tokenRequests("authorization_code")).hasSize(1);
    }

    @Test
    void a_code_that_came_late_is_refused() {
        Installation foxden = world.installed();
        Departure departure = foxden.authorization().begin(Intent.plain());
        CallbackQuery query = world.visit(departure);
        world.clock().advance(Duration.ofSeconds(31));

        Arrival arrival = foxden.authorization().callback(query, World.cookies(departure));

        assertThat(arrival.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(problem(arrival).code()).isEqualTo(Code.CODE_REFUSED);
        assertThat(problem(arrival).detail()).contains("30 seconds");
        assertThat(world.tokenRequests("authorization_code")).hasSize(1);
        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);
    }

    @Test
    void a_code_that_was_made_up_is_refused_and_an_earlier_connection_stays() {
        Installation foxden = world.connected();
        Status before = foxden.status();
        Departure departure = foxden.authorization().begin(AGAIN);
        String state = World.query(departure.location()).get("state");

        Arrival arrival = foxden.authorization()
                .callback(new CallbackQuery(state, "made-up", null, null), World.cookies(departure));

        assertThat(problem(arrival).code()).isEqualTo(Code.CODE_REFUSED);
        assertThat(foxden.status()).isEqualTo(before);
        assertThat(foxden.refresh().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void an_answer_that_was_lost_is_said_to_be_the_reason() {
        Installation foxden = world.connected();
        Status before = foxden.status();
        world.sandbox().order(EXCHANGE.dropAfter());

        Arrival arrival = world.connect(foxden);

        assertThat(arrival.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(problem(arrival).code()).isEqualTo(Code.CODE_REFUSED);
        assertThat(problem(arrival).detail()).contains("was lost");
        assertThat(foxden.status()).isEqualTo(before);
        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);
    }

    @Test
    void a_refusal_that_says_nothing_of_the_code_is_shown_with_its_logref() {
        Installation foxden = world.installed();
        world.sandbox().order(EXCHANGE.fxErrors(403, "Your address is blocked."));

        Arrival arrival = world.connect(foxden);

        assertThat(problem(arrival).code()).isEqualTo(Code.API_REFUSED);
        assertThat(problem(arrival).detail()).contains("Your address is blocked.");
        assertThat(problem(arrival).logref()).startsWith("id-");
        assertThat(foxden.authorization().arrival(arrival.reference())).contains(arrival);
    }

    @Test
    void a_client_that_was_deleted_meanwhile_is_told_as_such() {
        Installation foxden = world.installed();
        Departure departure = foxden.authorization().begin(Intent.plain());
        CallbackQuery query = world.visit(departure);
        world.sandbox().deleteClient(world.sandbox().clients().get(0).id());

        Arrival arrival = foxden.authorization().callback(query, World.cookies(departure));

        assertThat(problem(arrival).code()).isEqualTo(Code.CLIENT_UNKNOWN);
        assertThat(foxden.status().phase()).isEqualTo(Phase.BROKEN);
        assertThat(World.install(foxden).registered()).isTrue();
        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);
    }

    @Test
    void an_answer_without_scope_counts_as_what_was_asked_for() {
        Installation foxden = world.installed();
        world.sandbox().order(EXCHANGE.without("scope"));

        world.connect(foxden);

        var connection = Objects.requireNonNull(foxden.status().connection());
        assertThat(connection.scope()).isEqualTo("store_full_access");
        assertThat(connection.storeId()).isNull();
        assertThat(connection.storeName()).isEqualTo("Example Store");
    }

    private static Problem problem(Arrival arrival) {
        return Objects.requireNonNull(arrival.problem());
    }
}
