package io.foxden.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.World;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Foxy sends the browser back without a code (Foxy: section 5, table of errors). */
class CallbackErrorTest extends InWorld {
    private static final Intent AGAIN = new Intent(null, "/admin", true);

    @Test
    void a_person_who_declines_is_told_so_and_may_try_again() {
        Installation foxden = world.installed();
        world.sandbox().behave(b -> b.withConsent(Consent.DENY));

        Arrival arrival = world.connect(foxden);

        assertThat(arrival.outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(problem(arrival).code()).isEqualTo(Code.ACCESS_DENIED);
        assertThat(foxden.authorization().arrival(arrival.reference())).contains(arrival);
        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERED);
        world.sandbox().behave(b -> b.withConsent(Consent.APPROVE));
        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, DECLINED, ACCESS_DENIED",
        "invalid_request, FAILED, AUTHORIZATION_REFUSED",
        "invalid_scope, FAILED, BAD_SETTING",
        "invalid_client, FAILED, AUTHORIZATION_REFUSED",
        "server_error, FAILED, API_UNREACHABLE",
        "temporarily_unavailable, FAILED, API_UNREACHABLE",
        "something_new, FAILED, AUTHORIZATION_REFUSED",
        "'', FAILED, AUTHORIZATION_REFUSED",
    })
    void each_error_has_its_outcome_and_leaves_an_earlier_connection_alone(String error, Outcome outcome, Code code) {
        Installation foxden = world.connected();
        Status before = foxden.status();

        Arrival arrival = comeBackWith(foxden, error, "Because of that.");

        assertThat(arrival.outcome()).isEqualTo(outcome);
        assertThat(problem(arrival).code()).isEqualTo(code);
        assertThat(problem(arrival).detail()).contains(error, "Because of that.");
        assertThat(arrival.returnTo()).isEqualTo("/admin");
        assertThat(foxden.status()).isEqualTo(before);
    }

    @Test
    void a_scope_that_foxy_does_not_offer_names_the_setting() {
        Arrival arrival = comeBackWith(world.installed(), "invalid_scope", null);

        assertThat(problem(arrival).detail()).contains("store_full_access");
        assertThat(problem(arrival).remedy()).contains("foxden.scope");
    }

    @Test
    void an_unknown_client_is_believed_only_where_foxy_itself_says_so() {
        Installation foxden = world.installed();

        comeBackWith(foxden, "invalid_client", null);
        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERED);

        world.sandbox().deleteClient(world.sandbox().clients().get(0).id());
        Departure departure = foxden.authorization().begin(AGAIN);
        Arrival arrival = comeBackWith(foxden, departure, "invalid_client", null);
        assertThat(problem(arrival).code()).isEqualTo(Code.CLIENT_UNKNOWN);
        assertThat(foxden.status().phase()).isEqualTo(Phase.BROKEN);
        assertThat(World.install(foxden).registered()).isTrue();
    }

    @Test
    void a_foxy_that_cannot_be_asked_says_nothing_of_the_client() {
        Installation foxden = world.installed();
        world.sandbox().order(Fault.on(Target.TOKEN).html(502));

        Arrival arrival = comeBackWith(foxden, "invalid_client", null);

        assertThat(problem(arrival).code()).isEqualTo(Code.API_UNREACHABLE);
        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERED);
    }

    @Test
    void neither_a_code_nor_an_error_is_a_refusal() {
        Arrival arrival = comeBackWith(world.installed(), null, null);

        assertThat(arrival.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(problem(arrival).code()).isEqualTo(Code.AUTHORIZATION_REFUSED);
        assertThat(world.tokenRequests("authorization_code")).isEmpty();
    }

    @Test
    void what_the_address_line_says_is_shortened_and_cleaned() {
        Arrival arrival =
                comeBackWith(world.installed(), "server_error", "line\r\nbreak\u001b[31m\u0000 " + "x".repeat(5000));

        assertThat(problem(arrival).detail())
                .hasSizeLessThan(400)
                .doesNotContain("\n", "\r", "\u001b", "\u0000")
                .contains("line break");
    }

    private static Arrival comeBackWith(Installation foxden, @Nullable String error, @Nullable String description) {
        return comeBackWith(foxden, foxden.authorization().begin(AGAIN), error, description);
    }

    private static Arrival comeBackWith(
            Installation foxden, Departure departure, @Nullable String error, @Nullable String description) {
        String state = World.query(departure.location()).get("state");
        return foxden.authorization()
                .callback(new CallbackQuery(state, null, error, description), World.cookies(departure));
    }

    private static Problem problem(Arrival arrival) {
        return Objects.requireNonNull(arrival.problem());
    }
}
