package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.secret.Secret;
import io.foxden.setting.Setting;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Keeper;
import io.foxden.world.Problems;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepFreshTest extends InWorld {
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final Duration LEAD = Duration.ofMinutes(5);
    private static final Duration JITTER = Duration.ofMinutes(1);
    private static final Fault.Order REFRESH = Fault.on(Target.TOKEN).grant("refresh_token");

    private Installation foxden;
    private Keeper keeper;

    @BeforeEach
    void connect() {
        foxden = world.connected();
        keeper = Keeper.of(world);
    }

    @AfterEach
    void close() {
        keeper.close();
    }

    @Test
    void long_before_it_expires_a_token_is_left_alone() {
        keeper.tokens().keepFresh();
        world.clock().advance(LIFETIME.minus(LEAD).minus(JITTER).minusMillis(1));

        keeper.tokens().keepFresh();

        assertThat(world.refreshes()).isZero();
    }

    @Test
    void five_minutes_before_it_expires_it_is_replaced() {
        Secret token = keeper.tokens().current();
        world.clock().advance(LIFETIME.minus(LEAD));

        keeper.tokens().keepFresh();
        keeper.tokens().keepFresh();

        assertThat(world.refreshes()).isEqualTo(1);
        assertThat(keeper.tokens().current()).isNotEqualTo(token);
    }

    @Test
    void a_token_that_another_process_replaced_is_not_replaced_again() {
        try (Keeper other = Keeper.of(world)) {
            other.tokens().current();
            world.clock().advance(LIFETIME.minus(LEAD));
            keeper.tokens().keepFresh();

            other.tokens().keepFresh();

            assertThat(world.refreshes()).isEqualTo(1);
            assertThat(other.tokens().current()).isEqualTo(keeper.tokens().current());
        }
    }

    @Test
    void a_failure_ahead_of_time_disturbs_nobody_and_is_tried_again_after_a_pause() {
        Secret token = keeper.tokens().current();
        world.clock().advance(LIFETIME.minus(LEAD));
        world.sandbox().order(REFRESH.html(502));

        Problems.of(Code.API_UNREACHABLE, () -> keeper.tokens().keepFresh());
        keeper.tokens().keepFresh();

        assertThat(world.refreshes()).isEqualTo(1);
        assertThat(keeper.tokens().current()).isEqualTo(token);
        world.clock().advance(Duration.ofSeconds(3));
        keeper.tokens().keepFresh();
        assertThat(world.refreshes()).isEqualTo(2);
        assertThat(keeper.tokens().current()).isNotEqualTo(token);
    }

    @Test
    void a_refusal_that_a_person_has_to_see_to_is_not_repeated_with_every_beat() {
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.always().fxErrors(403, "Your address is blocked."));

        Problems.of(Code.API_REFUSED, () -> keeper.tokens().keepFresh());
        for (int beat = 0; beat < 10; beat++) {
            keeper.tokens().keepFresh();
        }

        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void a_foreign_link_is_not_looked_for_with_every_beat() {
        world.clock().advance(LIFETIME);
        world.sandbox().behave(b -> b.withLinksToTwin(true));
        int before = world.sandbox().exchanges().size();

        Problems.of(Code.UNTRUSTED_LINK, () -> keeper.tokens().keepFresh());
        keeper.tokens().keepFresh();

        assertThat(world.sandbox().exchanges()).hasSize(before + 1);
    }

    @Test
    void a_withdrawn_consent_is_asked_about_less_and_less_often_and_heals_by_itself() {
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.times(10).oauthError(400, "invalid_grant"));

        int refreshes = beats(Duration.ofHours(24));
        assertThat(refreshes).isBetween(9, 11);
        assertThat(foxden.status().phase()).isEqualTo(Phase.BROKEN);
        beats(Duration.ofDays(4));

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(foxden.status().problem()).isNull();
    }

    /** Beats over that time, one each ten minutes; how often Foxy was asked. */
    private int beats(Duration time) {
        int before = world.refreshes();
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusMinutes(10)) {
            try {
                keeper.tokens().keepFresh();
            } catch (FoxdenException e) {
                assertThat(e.code()).isEqualTo(Code.NEEDS_RECONNECT);
            }
            world.clock().advance(Duration.ofMinutes(10));
        }
        return world.refreshes() - before;
    }

    @Test
    void a_client_that_another_process_found_accepted_again_is_kept_fresh_again() {
        world.sandbox().order(REFRESH.times(2).oauthError(401, "invalid_client"));
        Problems.of(Code.CLIENT_UNKNOWN, foxden::refresh);
        keeper.tokens().keepFresh();
        foxden.refresh();
        world.clock().advance(LIFETIME);
        int before = world.refreshes();

        keeper.tokens().keepFresh();

        assertThat(world.refreshes()).isEqualTo(before + 1);
    }

    @Test
    void without_a_connection_nothing_is_asked() {
        foxden.disconnect();
        int before = world.sandbox().exchanges().size();

        keeper.tokens().keepFresh();
        world.clock().advance(LIFETIME);
        keeper.tokens().keepFresh();

        assertThat(world.sandbox().exchanges()).hasSize(before);
    }

    @Test
    void a_consent_given_in_another_process_is_kept_fresh_from_then_on() {
        foxden.disconnect();
        keeper.tokens().keepFresh();
        world.connect(foxden);
        keeper.tokens().keepFresh();
        world.clock().advance(LIFETIME.minus(LEAD));

        keeper.tokens().keepFresh();

        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void a_wrong_key_keeps_it_from_asking() {
        String wrong = Base64.getEncoder().encodeToString(new byte[32]);
        world.clock().advance(LIFETIME);
        world.set(Setting.VAULT_KEY, wrong);
        try (Keeper locked = Keeper.of(world)) {
            Problems.of(Code.VAULT_KEY_WRONG, () -> locked.tokens().keepFresh());
        }

        assertThat(world.refreshes()).isZero();
    }
}
