package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.authorization.Outcome;
import io.foxden.installation.InstallRequest;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.secret.Secret;
import io.foxden.testkit.account.Client;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Credentials;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClientAuthenticationTest extends InWorld {
    private static final Fault.Order TOKEN = Fault.on(Target.TOKEN);

    @Test
    void the_client_proves_itself_by_basic() {
        Installation foxden = world.connected();
        foxden.refresh();

        assertThat(credentials()).containsExactly(Credentials.BASIC, Credentials.BASIC);
        assertThat(world.sandbox().violations()).isEmpty();
    }

    @Test
    void where_a_proxy_strips_the_header_the_body_carries_the_credentials() {
        Installation foxden = world.installed();
        world.sandbox().order(TOKEN.always().loseAuthorization());

        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);

        assertThat(credentials()).containsExactly(Credentials.NONE, Credentials.BODY);
    }

    @Test
    void what_worked_is_remembered_also_by_others_and_after_a_restart() {
        Installation foxden = world.installed();
        Installation other = world.open();
        world.sandbox().order(TOKEN.always().loseAuthorization());
        world.connect(foxden);

        foxden.refresh();
        other.refresh();
        world.open().refresh();

        assertThat(credentials())
                .containsExactly(
                        Credentials.NONE, Credentials.BODY, Credentials.BODY, Credentials.BODY, Credentials.BODY);
    }

    @Test
    void from_the_body_it_goes_back_to_basic_where_only_that_works() {
        Installation foxden = world.installed();
        world.sandbox().order(TOKEN.times(2).loseAuthorization());
        world.connect(foxden);
        world.sandbox().order(TOKEN.oauthError(401, "invalid_client"));

        foxden.refresh();
        foxden.refresh();

        assertThat(credentials()).endsWith(Credentials.BASIC, Credentials.BASIC);
    }

    @Test
    void another_refusal_than_of_the_client_is_not_tried_the_other_way() {
        Installation foxden = world.connected();
        world.sandbox().order(TOKEN.oauthError(400, "invalid_request"));

        Problems.of(Code.API_REFUSED, foxden::refresh);

        assertThat(world.refreshes()).isEqualTo(1);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void a_refused_consent_says_that_the_client_is_known() {
        Installation foxden = world.connected();
        world.sandbox().order(TOKEN.times(2).oauthError(401, "invalid_client"));
        Problems.of(Code.CLIENT_UNKNOWN, foxden::refresh);
        world.sandbox().order(TOKEN.oauthError(400, "invalid_grant"));
        Problems.of(Code.NEEDS_RECONNECT, foxden::refresh);

        assertThat(foxden.status().warnings()).isEmpty();
        assertThat(Objects.requireNonNull(foxden.status().problem()).code()).isEqualTo(Code.NEEDS_RECONNECT);
    }

    @Test
    void while_foxy_refuses_the_client_the_next_attempt_is_told_whatever_the_last_one_met() {
        Installation foxden = world.connected();
        world.sandbox().order(TOKEN.times(2).oauthError(401, "invalid_client"));
        Problems.of(Code.CLIENT_UNKNOWN, foxden::refresh);
        world.sandbox().order(TOKEN.html(502));
        Problems.of(Code.API_UNREACHABLE, foxden::refresh);

        var problem = Objects.requireNonNull(foxden.status().problem());
        assertThat(problem.code()).isEqualTo(Code.CLIENT_UNKNOWN);
        assertThat(problem.nextAttemptAt()).isNotNull();
    }

    @Test
    void a_way_by_which_foxy_recognized_nobody_is_not_remembered() {
        Installation foxden = world.connected();
        world.sandbox().order(TOKEN.oauthError(401, "invalid_client"));
        world.sandbox().order(TOKEN.nth(2).oauthError(400, "invalid_request"));

        Problems.of(Code.API_REFUSED, foxden::refresh);
        foxden.refresh();

        assertThat(credentials()).last().isEqualTo(Credentials.BASIC);
    }

    @Test
    void a_client_that_foxy_refuses_both_ways_is_unknown() {
        Installation foxden = world.connected();
        String id = world.sandbox().clients().get(0).id();
        world.sandbox().deleteClient(id);

        var problem = Problems.of(Code.CLIENT_UNKNOWN, foxden::refresh);

        assertThat(problem.detail()).contains("invalid_client");
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(Objects.requireNonNull(foxden.status().problem()).code()).isEqualTo(Code.CLIENT_UNKNOWN);
        assertThat(world.open().accessToken()).isNotNull();
        assertThat(world.refreshes()).isEqualTo(2);
        world.clock().advance(Duration.ofHours(2));
        Problems.of(Code.CLIENT_UNKNOWN, () -> world.open().accessToken());
        assertThat(foxden.status().phase()).isEqualTo(Phase.BROKEN);
    }

    @Test
    void an_install_after_the_client_was_deleted_registers_a_new_one_and_abandons_the_old_id() {
        Installation foxden = world.connected();
        String old = world.sandbox().clients().get(0).id();
        world.sandbox().deleteClient(old);
        Problems.of(Code.CLIENT_UNKNOWN, foxden::refresh);
        Secret token = foxden.accessToken();

        assertThat(foxden.install(new InstallRequest(null, null, Map.of())).registered())
                .isTrue();

        assertThat(foxden.accessToken()).isEqualTo(token);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        world.clock().advance(Duration.ofHours(2));
        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERED);
        assertThat(foxden.status().connection()).isNull();
        assertThat(world.sandbox().clients()).extracting(Client::id).doesNotContain(old);
        world.connect(foxden);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(foxden.status().problem()).isNull();
        assertThat(foxden.doctor().checks())
                .filteredOn(check -> check.name().equals("abandoned"))
                .singleElement()
                .satisfies(check -> assertThat(check.detail()).contains(old, "replaced"));
    }

    @Test
    void a_client_that_was_refused_by_mistake_is_accepted_again_with_an_explicit_refresh() {
        Installation foxden = world.connected();
        world.sandbox().order(TOKEN.times(2).oauthError(401, "invalid_client"));
        Problems.of(Code.CLIENT_UNKNOWN, foxden::refresh);

        assertThat(foxden.refresh().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(foxden.status().problem()).isNull();
        assertThat(World.install(foxden).registered()).isFalse();
    }

    private List<Credentials> credentials() {
        return world.sandbox().exchanges(Target.TOKEN).stream()
                .map(Exchange::credentials)
                .toList();
    }
}
