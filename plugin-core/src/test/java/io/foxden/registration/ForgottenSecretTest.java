package io.foxden.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.authorization.Outcome;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Credentials;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An answer to the registration that lacks the secret, which Foxy tells a second time in the same breath. */
class ForgottenSecretTest extends InWorld {
    private static final Fault.Order REGISTRATION = Fault.on(Target.CREATE_CLIENT);

    @Test
    void a_missing_secret_is_read_from_the_client_with_the_token_just_given() {
        world.sandbox().order(REGISTRATION.without("client_secret"));

        Installation foxden = world.installed();

        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERED);
        assertThat(world.sandbox().exchanges(Target.CLIENT))
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.credentials()).isEqualTo(Credentials.BEARER));
        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(world.sandbox().postsToClients()).isEqualTo(1);
    }

    @Test
    void an_empty_secret_is_a_missing_one() {
        world.sandbox().order(REGISTRATION.with("client_secret", ""));

        assertThat(world.connect(world.installed()).outcome()).isEqualTo(Outcome.CONNECTED);
    }

    @Test
    void without_a_second_chance_the_answer_counts_as_lost() {
        Installation foxden = world.open();
        world.sandbox().order(REGISTRATION.without("client_secret"));
        world.sandbox().order(Fault.on(Target.CLIENT).fxErrors(403, "Not yours."));

        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));

        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERING);
        assertThat(World.install(foxden).registered()).isTrue();
        assertThat(world.sandbox().clients()).hasSize(2);
    }

    @Test
    void without_secret_and_token_the_answer_counts_as_lost() {
        Installation foxden = world.open();
        world.sandbox().order(REGISTRATION.without("client_secret"));
        world.sandbox().order(REGISTRATION.without("token"));

        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));

        assertThat(world.sandbox().exchanges(Target.CLIENT)).isEmpty();
    }

    @Test
    void another_id_in_the_answer_is_the_one_that_counts() {
        Installation foxden = world.open();
        world.sandbox().order(REGISTRATION.with("client_id", "chosen_by_foxy"));

        World.install(foxden);

        assertThat(foxden.status().client())
                .isNotNull()
                .satisfies(client -> assertThat(client.clientId()).isEqualTo("chosen_by_foxy"));
    }

    @Test
    void the_refresh_token_of_the_registration_is_stored_nowhere_not_even_sealed() throws IOException {
        world.installed();

        String token = world.sandbox().grants().get(0).refreshToken();
        assertThat(world.record("client")).doesNotContain(token, "refresh_token", "access_token");
        try (Stream<Path> records = Files.list(world.home().resolve("records"))) {
            assertThat(records.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .containsExactlyInAnyOrder("client.json", "installation.json", "site.json");
        }
    }
}
