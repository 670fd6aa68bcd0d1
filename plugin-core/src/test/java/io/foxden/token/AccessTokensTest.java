package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.secret.Secret;
import io.foxden.testkit.account.Grant;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.Crowd;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest extends InWorld {
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final Fault.Order REFRESH = Fault.on(Target.TOKEN).grant("refresh_token");

    @Test
    void without_a_client_there_is_no_token() {
        Installation foxden = world.open();

        Problems.of(Code.NOT_INSTALLED, foxden::accessToken);
        Problems.of(Code.NOT_INSTALLED, foxden::refresh);
    }

    @Test
    void without_a_consent_there_is_no_token() {
        Installation foxden = world.installed();

        Problems.of(Code.NOT_CONNECTED, foxden::accessToken);
        Problems.of(Code.NOT_CONNECTED, foxden::refresh);
        assertThat(world.sandbox().exchanges(Target.TOKEN)).isEmpty();
    }

    @Test
    void a_valid_token_is_given_out_without_asking() {
        Installation foxden = world.connected();
        int before = world.sandbox().exchanges().size();

        Secret token = foxden.accessToken();
        world.clock().advance(LIFETIME.minusSeconds(11));

        assertThat(foxden.accessToken()).isSameAs(token);
        assertThat(world.sandbox().exchanges()).hasSize(before);
    }

    @Test
    void a_valid_token_survives_a_restart_without_asking() {
        Secret token = world.connected().accessToken();
        int before = world.sandbox().exchanges().size();

        assertThat(world.open().accessToken()).isEqualTo(token);
        assertThat(world.sandbox().exchanges()).hasSize(before);
    }

    @Test
    void a_token_that_is_about_to_expire_is_not_given_out() {
        Installation foxden = world.connected();
        Secret token = foxden.accessToken();
        world.clock().advance(LIFETIME.minusSeconds(10));

        assertThat(foxden.accessToken()).isNotEqualTo(token);
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void twenty_threads_that_find_the_token_expired_refresh_once() {
        Installation foxden = world.connected();
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.delayBefore(Duration.ofMillis(100)));

        List<Secret> tokens = Crowd.atOnce(Collections.nCopies(20, (Callable<Secret>) foxden::accessToken));

        assertThat(tokens).containsOnly(foxden.accessToken());
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void the_status_tells_of_the_refresh() {
        Installation foxden = world.connected();
        world.clock().advance(Duration.ofHours(1));

        var connection = Objects.requireNonNull(foxden.refresh().connection());

        assertThat(connection.refreshedAt()).isEqualTo(world.clock().instant());
        assertThat(connection.accessTokenExpiresAt())
                .isEqualTo(world.clock().instant().plus(LIFETIME));
        assertThat(connection.connectedAt()).isEqualTo(world.clock().instant().minus(Duration.ofHours(1)));
        assertThat(connection.storeId()).isEqualTo("3200");
        assertThat(connection.storeName()).isEqualTo("Example Store");
    }

    @Test
    void a_refresh_gives_a_new_token_though_the_old_one_is_valid() {
        Installation foxden = world.connected();
        Secret token = foxden.accessToken();

        foxden.refresh();

        assertThat(foxden.accessToken()).isNotEqualTo(token);
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void the_lifetime_is_read_under_either_of_its_names() {
        world.sandbox().behave(b -> b.withExpiryName("access_token_expires").withAccessTokenLifetime(LIFETIME));

        Installation foxden = world.connected();

        assertThat(Objects.requireNonNull(foxden.status().connection()).accessTokenExpiresAt())
                .isEqualTo(world.clock().instant().plus(LIFETIME));
    }

    @Test
    void a_lifetime_may_be_a_text() {
        Installation foxden = world.connected();
        world.sandbox().order(REFRESH.with("expires_in", "600"));

        assertThat(Objects.requireNonNull(foxden.refresh().connection()).accessTokenExpiresAt())
                .isEqualTo(world.clock().instant().plusSeconds(600));
    }

    @Test
    void a_lifetime_that_is_not_told_is_the_documented_one() {
        Installation foxden = world.connected();
        world.sandbox().order(REFRESH.without("expires_in"));

        assertThat(Objects.requireNonNull(foxden.refresh().connection()).accessTokenExpiresAt())
                .isEqualTo(world.clock().instant().plus(LIFETIME));
    }

    @Test
    void a_lifetime_that_cannot_be_makes_nobody_ask_again_and_again() {
        Installation foxden = world.connected();
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.always().with("expires_in", 0));

        Secret first = foxden.accessToken();
        Secret second = foxden.accessToken();

        assertThat(second).isEqualTo(first);
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void an_unrotated_refresh_token_works_again_and_again() {
        Installation foxden = world.connected();

        for (int i = 0; i < 3; i++) {
            foxden.refresh();
        }

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void an_absent_refresh_token_keeps_the_old_one() {
        Installation foxden = world.connected();
        world.sandbox().order(REFRESH.times(2).without("refresh_token"));

        foxden.refresh();
        foxden.refresh();
        foxden.refresh();

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(world.refreshes()).isEqualTo(3);
    }

    @Test
    void a_rotated_refresh_token_takes_the_old_ones_place() {
        world.sandbox().behave(b -> b.withRotateRefreshTokens(true));
        Installation foxden = world.connected();

        foxden.refresh();
        foxden.refresh();
        world.open().refresh();

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(world.refreshes()).isEqualTo(3);
    }

    @Test
    void a_consent_without_a_refresh_token_lasts_as_long_as_its_access_token() {
        Installation foxden = world.installed();
        world.sandbox().order(Fault.on(Target.TOKEN).without("refresh_token"));
        world.connect(foxden);
        assertThat(foxden.accessToken()).isNotNull();
        world.clock().advance(LIFETIME);

        Problems.of(Code.NEEDS_RECONNECT, foxden::accessToken);

        assertThat(foxden.status().phase()).isEqualTo(Phase.BROKEN);
    }

    @Test
    void a_call_with_a_token_that_foxy_has_ended_is_repeated_once_with_a_new_one() {
        Installation foxden = world.connected();
        world.sandbox().happen(Event.EXPIRE_ACCESS_TOKENS);
        int before = world.sandbox().exchanges(Target.STORE).size();

        assertThat(foxden.api().follow("fx:store").text("store_name")).contains("Example Store");

        assertThat(world.refreshes()).isEqualTo(1);
        assertThat(world.sandbox().exchanges(Target.STORE)).hasSize(before + 1);
    }

    @Test
    void a_call_that_is_refused_again_is_not_repeated_a_second_time() {
        Installation foxden = world.connected();
        world.sandbox().order(Fault.on(Target.STORE).always().oauthError(401, "invalid_token"));
        int before = world.sandbox().exchanges(Target.STORE).size();

        Problems.of(Code.API_REFUSED, () -> foxden.api().follow("fx:store"));

        assertThat(world.refreshes()).isEqualTo(1);
        assertThat(world.sandbox().exchanges(Target.STORE)).hasSize(before + 2);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void several_calls_whose_token_foxy_has_ended_share_one_refresh() {
        Installation foxden = world.connected();
        foxden.accessToken();
        world.sandbox().happen(Event.EXPIRE_ACCESS_TOKENS);

        Crowd.atOnce(Collections.nCopies(6, (Callable<String>)
                () -> foxden.api().follow("fx:store").text("store_name").orElse("")));

        assertThat(world.refreshes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_withdrawn_consent_is_told_as_such_and_nothing_is_thrown_away(boolean asCall) {
        Installation foxden = world.connected();
        String refreshToken = refreshToken();
        world.sandbox().happen(Event.REVOKE_GRANTS);

        var problem = asCall
                ? Problems.of(Code.NEEDS_RECONNECT, () -> foxden.api().follow("fx:store"))
                : Problems.of(Code.NEEDS_RECONNECT, foxden::refresh);

        assertThat(problem.detail()).contains("invalid_grant");
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(Objects.requireNonNull(foxden.status().problem()).code()).isEqualTo(Code.NEEDS_RECONNECT);
        Problems.of(Code.NEEDS_RECONNECT, () -> foxden.api().follow("fx:store"));
        assertThat(world.refreshes()).isEqualTo(1);
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.always().oauthError(400, "invalid_grant"));
        assertThat(world.connection()).contains("\"refresh_token\"").doesNotContain(refreshToken);
        Problems.of(Code.NEEDS_RECONNECT, () -> world.open().accessToken());
        assertThat(world.open().status().phase()).isEqualTo(Phase.BROKEN);
    }

    @Test
    void a_refusal_that_was_foxys_mistake_heals_with_an_explicit_refresh() {
        Installation foxden = world.connected();
        world.sandbox().order(REFRESH.oauthError(400, "invalid_grant"));
        Problems.of(Code.NEEDS_RECONNECT, foxden::refresh);

        assertThat(foxden.refresh().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(foxden.status().problem()).isNull();
        assertThat(foxden.accessToken()).isNotNull();
    }

    @Test
    void a_new_consent_heals_a_withdrawn_one() {
        Installation foxden = world.connected();
        world.sandbox().happen(Event.REVOKE_GRANTS);
        Problems.of(Code.NEEDS_RECONNECT, foxden::refresh);

        world.connect(foxden);

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(foxden.status().problem()).isNull();
        assertThat(foxden.api().follow("fx:store").text("store_name")).contains("Example Store");
    }

    @Test
    void after_a_disconnect_there_is_no_token_and_the_client_is_kept() {
        Installation foxden = world.connected();
        foxden.accessToken();

        assertThat(foxden.disconnect().phase()).isEqualTo(Phase.DISCONNECTED);

        Problems.of(Code.NOT_CONNECTED, foxden::accessToken);
        Problems.of(Code.NOT_CONNECTED, foxden::refresh);
        assertThat(foxden.status().client()).isNotNull();
        assertThat(foxden.status().connection()).isNull();
        assertThat(foxden.disconnect().phase()).isEqualTo(Phase.DISCONNECTED);
        world.connect(foxden);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void a_disconnect_forgets_the_tokens_without_trace() {
        Installation foxden = world.connected();

        foxden.disconnect();

        assertThat(world.connection()).doesNotContain("_token\"");
        assertThat(world.connectionBefore()).doesNotContain("_token\"");
    }

    private String refreshToken() {
        List<Grant> grants = world.sandbox().grants();
        return grants.get(grants.size() - 1).refreshToken();
    }
}
