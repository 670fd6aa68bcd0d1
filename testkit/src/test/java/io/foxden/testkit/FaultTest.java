package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.fault.Wrapping;
import io.foxden.testkit.journal.Ending;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Target;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));
        caller = Caller.of(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_connection_dropped_before_leaves_nothing_done() {
        sandbox.order(Fault.on(Target.CREATE_CLIENT).dropBefore());

        assertThatThrownBy(() -> Plugin.register(sandbox)).isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.clients()).isEmpty();
        assertThat(sandbox.postsToClients()).isEqualTo(1);
        assertThat(lastEnding()).isEqualTo(Ending.DROPPED_BEFORE);
    }

    @Test
    void a_connection_dropped_after_leaves_the_work_done() {
        sandbox.order(Fault.on(Target.CREATE_CLIENT).dropAfter());

        assertThatThrownBy(() -> Plugin.register(sandbox)).isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.clients()).hasSize(1);
        assertThat(lastEnding()).isEqualTo(Ending.DROPPED_AFTER);
    }

    /** The home is plain ASCII, which is ISO 8859-1 as well. */
    @ParameterizedTest
    @EnumSource(value = Wrapping.class, mode = EnumSource.Mode.EXCLUDE, names = "SILENT_LATIN_1")
    void a_wrapped_answer_is_the_true_one_in_other_bytes_or_under_another_head(Wrapping wrapping) {
        String plain = outside(caller.get("/"));
        sandbox.order(Fault.on(Target.HOME).wrapped(wrapping));

        assertThat(outside(caller.get("/"))).isNotEqualTo(plain);
        assertThat(lastEnding()).isEqualTo(Ending.FALSIFIED);
        assertThat(outside(caller.get("/"))).isEqualTo(plain);
    }

    private static String outside(Reply reply) {
        HttpHeaders headers = reply.response().headers();
        return reply.status() + " " + headers.allValues("Content-Type") + " " + headers.allValues("Content-Encoding")
                + " " + reply.body();
    }

    @Test
    void a_truncated_answer_ends_in_its_middle() {
        sandbox.order(Fault.on(Target.HOME).truncate());

        assertThatThrownBy(() -> caller.get("/")).isInstanceOf(UncheckedIOException.class);
        assertThat(lastEnding()).isEqualTo(Ending.DROPPED_AFTER);
    }

    @Test
    void the_sandbox_answers_as_ever_after_a_dropped_connection() {
        sandbox.order(Fault.on(Target.CREATE_CLIENT).dropBefore());

        assertThatThrownBy(() -> Plugin.register(sandbox)).isInstanceOf(UncheckedIOException.class);
        assertThat(Plugin.register(sandbox).clientSecret()).hasSize(40);
        assertThat(sandbox.pendingFaults()).isEmpty();
    }

    @Test
    void a_delay_before_holds_the_work_back() {
        sandbox.order(Fault.on(Target.CREATE_CLIENT).delayBefore(Duration.ofHours(1)));

        assertThatThrownBy(() -> impatient().form("POST", "/clients", Plugin.registration()))
                .hasCauseInstanceOf(HttpTimeoutException.class);
        assertThat(sandbox.clients()).isEmpty();
    }

    @Test
    void a_delay_after_holds_the_answer_back() {
        sandbox.order(Fault.on(Target.CREATE_CLIENT).delayAfter(Duration.ofHours(1)));

        assertThatThrownBy(() -> impatient().form("POST", "/clients", Plugin.registration()))
                .hasCauseInstanceOf(HttpTimeoutException.class);
        await().until(() -> sandbox.clients().size() == 1);
    }

    @Test
    void a_short_delay_is_only_a_delay() {
        sandbox.order(Fault.on(Target.HOME).delayBefore(Duration.ofMillis(1)));

        assertThat(caller.get("/").status()).isEqualTo(200);
    }

    @Test
    void false_answers_come_in_every_kind() {
        sandbox.order(Fault.on(Target.HOME).retryAfter("7").fxErrors(503, "Busy"));
        sandbox.order(Fault.on(Target.HOME).nth(2).oauthError(400, "invalid_grant"));
        sandbox.order(Fault.on(Target.HOME).nth(3).html(200));
        sandbox.order(Fault.on(Target.HOME).nth(4).empty(500));
        sandbox.order(Fault.on(Target.HOME).nth(5).garbage(200));
        sandbox.order(Fault.on(Target.HOME).nth(6).huge(200, 3_000_000));

        Reply busy = caller.get("/");
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After")).isEqualTo("7");
        assertThat(busy.text("/_embedded/fx:errors/0/message")).isEqualTo("Busy");
        assertThat(caller.get("/").text("/error")).isEqualTo("invalid_grant");
        assertThat(caller.get("/").body()).startsWith("<!DOCTYPE html>");
        assertThat(caller.get("/").body()).isEmpty();
        assertThat(caller.get("/").header("Content-Type")).isEqualTo("application/hal+json");
        assertThat(caller.get("/").body()).hasSize(3_000_000);
        assertThat(caller.get("/").status()).isEqualTo(200);
    }

    @Test
    void a_false_answer_can_come_after_the_work_is_done() {
        sandbox.order(Fault.on(Target.CREATE_CLIENT).afterProcessing().html(502));

        assertThat(caller.form("POST", "/clients", Plugin.registration()).status())
                .isEqualTo(502);
        assertThat(sandbox.clients()).hasSize(1);
    }

    @Test
    void a_fault_strikes_the_nth_request_of_a_grant_type_and_so_many_times() {
        Plugin plugin = Plugin.register(sandbox);
        sandbox.order(
                Fault.on(Target.TOKEN).grant("refresh_token").nth(2).times(2).empty(500));

        Reply connected = plugin.connect();
        String token = connected.text("/refresh_token");
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            statuses.add(plugin.refresh(token).status());
        }

        assertThat(connected.status()).isEqualTo(200);
        assertThat(statuses).containsExactly(200, 500, 500, 200);
    }

    @Test
    void a_fault_can_last_until_it_is_taken_back() {
        sandbox.order(Fault.on(Target.HOME).always().empty(500));
        assertThat(caller.get("/").status()).isEqualTo(500);
        assertThat(caller.get("/").status()).isEqualTo(500);

        sandbox.clearFaults();
        assertThat(caller.get("/").status()).isEqualTo(200);
    }

    @Test
    void fields_can_be_missing_from_an_answer_or_lie() {
        sandbox.order(Fault.on(Target.CREATE_CLIENT).without("client_secret"));
        assertThat(caller.form("POST", "/clients", Plugin.registration()).json().has("client_secret"))
                .isFalse();

        sandbox.reset();
        Plugin plugin = Plugin.register(sandbox);
        sandbox.order(Fault.on(Target.TOKEN).without("refresh_token"));
        sandbox.order(Fault.on(Target.TOKEN).with("expires_in", 5));
        Reply tokens = plugin.connect();
        assertThat(tokens.json().has("refresh_token")).isFalse();
        assertThat(tokens.json().path("expires_in").asInt()).isEqualTo(5);
    }

    @Test
    void a_proxy_may_lose_the_authorization_header() {
        Plugin plugin = Plugin.register(sandbox);
        String code = plugin.code();
        sandbox.order(Fault.on(Target.TOKEN).loseAuthorization());

        Reply refused = plugin.exchange(code);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("/error")).isEqualTo("invalid_client");
        assertThat(plugin.exchange(code).status()).isEqualTo(200);
    }

    @Test
    void a_redirect_leads_to_another_host() {
        sandbox.order(Fault.on(Target.STORE).redirect(307, sandbox.twinUrl()));
        Reply reply = caller.bearer("x").get("/stores/3200");

        assertThat(reply.status()).isEqualTo(307);
        assertThat(reply.header("Location")).isEqualTo(sandbox.twinUrl().toString());
    }

    @Test
    void tokens_can_expire_and_grants_and_clients_vanish_just_before_a_request() {
        Plugin plugin = Plugin.register(sandbox);
        Reply tokens = plugin.connect();
        Caller bearer = caller.bearer(tokens.text("/access_token"));
        sandbox.order(Fault.on(Target.STORE).happen(Event.EXPIRE_ACCESS_TOKENS));
        sandbox.order(Fault.on(Target.TOKEN).happen(Event.REVOKE_GRANTS));
        sandbox.order(Fault.on(Target.TOKEN).nth(2).happen(Event.DELETE_CLIENTS));

        Reply expired = bearer.get("/stores/3200");
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.body())
                .isEqualTo(
                        "{\"error\":\"invalid_token\",\"error_description\":\"The access token provided has expired\"}");
        assertThat(plugin.refresh(tokens.text("/refresh_token")).text("/error")).isEqualTo("invalid_grant");
        assertThat(plugin.refresh(tokens.text("/refresh_token")).text("/error")).isEqualTo("invalid_client");
    }

    @Test
    void listeners_stand_at_both_boundaries_of_the_work() {
        List<String> seen = new ArrayList<>();
        sandbox.onRequest(
                e -> seen.add("arrived " + e.target() + " " + sandbox.clients().size()));
        sandbox.afterProcessing(e -> seen.add("processed " + e.target() + " " + e.status() + " "
                + sandbox.clients().size()));

        Plugin.register(sandbox);

        assertThat(seen).containsExactly("arrived CREATE_CLIENT 0", "processed CREATE_CLIENT 201 1");
    }

    @Test
    void a_fault_counts_from_one() {
        assertThatThrownBy(() -> Fault.on(Target.HOME).nth(0).truncate()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.on(Target.HOME).times(0).truncate())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Caller impatient() {
        return caller.waiting(Duration.ofMillis(300));
    }

    private Ending lastEnding() {
        List<Exchange> all = sandbox.exchanges();
        return all.get(all.size() - 1).ending();
    }
}
