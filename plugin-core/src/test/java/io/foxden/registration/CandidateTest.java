package io.foxden.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.authorization.Outcome;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.secret.Secret;
import io.foxden.testkit.account.Client;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.PowerCut;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new client takes the place of the one in use once it has worked, and takes nothing away before. */
class CandidateTest extends InWorld {
    private static final Fault.Order REFRESH = Fault.on(Target.TOKEN).grant("refresh_token");

    private Installation foxden;
    private String first;
    private Secret token;

    @BeforeEach
    void a_client_that_foxy_refuses_for_now() {
        foxden = world.connected();
        first = Objects.requireNonNull(
                Objects.requireNonNull(foxden.status().client()).clientId());
        token = foxden.accessToken();
        world.sandbox().order(REFRESH.times(2).oauthError(401, "invalid_client"));
        Problems.of(Code.CLIENT_UNKNOWN, foxden::refresh);
    }

    @Test
    void a_refusal_that_has_passed_makes_no_new_client() {
        assertThat(World.install(foxden).registered()).isFalse();

        assertThat(world.sandbox().postsToClients()).isEqualTo(1);
        assertThat(foxden.status().client()).isNotNull();
        assertThat(foxden.refresh().problem()).isNull();
    }

    @Test
    void while_it_is_not_connected_the_one_in_use_stays_in_use() {
        registerCandidate();

        assertThat(foxden.accessToken()).isEqualTo(token);
        assertThat(world.open().accessToken()).isEqualTo(token);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(clientId()).isEqualTo(first);
        assertThat(foxden.api().follow("fx:store").text("store_name")).contains("Example Store");
    }

    @Test
    void while_it_is_not_connected_the_one_in_use_is_retried_and_heals() {
        registerCandidate();
        world.clock().advance(Duration.ofHours(2));

        assertThat(foxden.accessToken()).isNotEqualTo(token);

        assertThat(foxden.status().problem()).isNull();
        assertThat(world.tokenRequests("refresh_token"))
                .last()
                .extracting(Exchange::status)
                .isEqualTo(200);
    }

    @Test
    void once_connected_and_tried_it_is_in_use_and_the_former_one_is_given_up() {
        registerCandidate();

        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);

        assertThat(clientId()).isNotEqualTo(first);
        assertThat(foxden.status().problem()).isNull();
        assertThat(foxden.refresh().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(world.open().accessToken()).isEqualTo(foxden.accessToken());
        assertThat(foxden.doctor().checks())
                .filteredOn(check -> check.name().equals("abandoned"))
                .singleElement()
                .satisfies(check -> assertThat(check.detail()).contains(first, "replaced"));
        assertThat(world.connection()).contains("\"connected\"");
    }

    @Test
    void where_its_first_call_fails_the_one_in_use_stays_and_the_beat_tries_again() {
        registerCandidate();
        world.sandbox().order(Fault.on(Target.HOME).times(1).html(503));

        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(clientId()).isEqualTo(first);
        assertThat(foxden.accessToken()).isEqualTo(token);

        assertThat(world.connectAnew(foxden)).isEqualTo(Outcome.CONNECTED);
        assertThat(clientId()).isNotEqualTo(first);
    }

    @Test
    void a_person_who_declines_takes_nothing_away() {
        registerCandidate();
        world.sandbox().behave(b -> b.withConsent(Consent.DENY));

        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.DECLINED);

        assertThat(foxden.accessToken()).isEqualTo(token);
        assertThat(clientId()).isEqualTo(first);
    }

    @Test
    void a_reset_forgets_both_and_lists_both() {
        registerCandidate();

        assertThat(foxden.reset().status().phase()).isEqualTo(Phase.NEW);

        assertThat(world.allText()).doesNotContain("\"access_token\"", "\"client_secret\"");
        assertThat(foxden.doctor().checks())
                .filteredOn(check -> check.name().equals("abandoned"))
                .hasSize(2);
    }

    @Test
    void wherever_it_is_stopped_one_of_the_two_works_and_the_next_connect_ends_well() {
        registerCandidate();
        var before = world.bytes();
        for (int step = 1; step < 200; step++) {
            restore(before);
            PowerCut cut = new PowerCut(step);
            boolean struck = cut.strikes(() -> world.connect(world.open(machinery -> machinery.withSteps(cut))));
            Installation after = world.open();
            assertThat(after.accessToken()).as("stopped at step %s", step).isNotNull();
            assertThat(after.status().phase()).as("stopped at step %s", step).isEqualTo(Phase.CONNECTED);
            assertThat(world.connect(after).outcome()).isEqualTo(Outcome.CONNECTED);
            assertThat(after.refresh().phase()).isEqualTo(Phase.CONNECTED);
            world.closeAll();
            if (!struck) {
                return;
            }
        }
        throw new AssertionError("It never got through");
    }

    private void restore(Map<String, byte[]> before) {
        try {
            for (String name : world.bytes().keySet()) {
                Files.delete(world.home().resolve(name));
            }
            for (var file : before.entrySet()) {
                Files.write(world.home().resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Foxy goes on refusing for as long as it takes to register anew. */
    private void registerCandidate() {
        world.sandbox()
                .order(Fault.on(Target.TOKEN)
                        .grant("client_credentials")
                        .times(2)
                        .oauthError(401, "invalid_client"));
        assertThat(World.install(foxden).registered()).isTrue();
        assertThat(world.sandbox().clients()).extracting(Client::id).hasSize(2).contains(first);
    }

    private String clientId() {
        return Objects.requireNonNull(
                Objects.requireNonNull(foxden.status().client()).clientId());
    }
}
