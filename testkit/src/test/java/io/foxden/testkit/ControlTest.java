package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlTest {
    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start();
        caller = Caller.of(sandbox).without("FOXY-API-VERSION");
        assertThat(order("behaviour", "{\"consent\":\"approve\"}").status()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void the_journal_the_clients_and_the_secrets_can_be_read() {
        Plugin plugin = Plugin.register(sandbox);
        plugin.connect();

        Reply journal = get("journal");
        assertThat(journal.json().findValuesAsText("target")).containsExactly("create_client", "authorize", "token");
        assertThat(journal.text("/2/grant_type")).isEqualTo("authorization_code");
        assertThat(journal.text("/2/credentials")).isEqualTo("basic");
        assertThat(journal.text("/2/client_id")).isEqualTo(plugin.clientId());
        assertThat(journal.text("/2/status")).isEqualTo("200");
        assertThat(journal.text("/2/ending")).isEqualTo("answered");
        assertThat(journal.text("/2/headers/foxy-api-version")).isEqualTo("1");

        assertThat(get("clients").text("/0/redirect_uri")).isEqualTo(Plugin.CALLBACK);
        assertThat(get("clients").json().at("/0/grants").findValuesAsText("scope"))
                .containsExactly("client_full_access", "store_full_access store_id_3200");
        assertThat(get("secrets").json()).hasSize(sandbox.issuedSecrets().size());
        for (String secret : sandbox.issuedSecrets()) {
            assertThat(journal.body() + get("clients").body()).doesNotContain(secret);
        }
    }

    @Test
    void broken_rules_can_be_read() {
        caller.get("/");

        assertThat(get("violations").text("/0/rule")).isEqualTo("version_header");
        assertThat(get("violations").text("/0/request")).isEqualTo("GET /");
    }

    @Test
    void every_effect_can_be_ordered() {
        assertThat(ordered("{\"target\":\"home\",\"effect\":\"delay\",\"moment\":\"after\",\"milliseconds\":1}"))
                .isEqualTo("Delay[moment=AFTER, duration=PT0.001S]");
        assertThat(
                        ordered(
                                "{\"target\":\"token\",\"grant_type\":\"refresh_token\",\"nth\":2,\"times\":3,\"effect\":\"drop\"}"))
                .isEqualTo("Drop[moment=BEFORE]");
        assertThat(ordered("{\"target\":\"store\",\"effect\":\"truncate\"}")).isEqualTo("Truncate[]");
        assertThat(ordered("{\"target\":\"user\",\"effect\":\"reply\",\"status\":503,\"retry_after\":5,"
                        + "\"content\":\"fx_errors\",\"message\":\"m\",\"headers\":{\"X-A\":\"1\"}}"))
                .isEqualTo("Reply[moment=BEFORE, status=503, headers={X-A=1, Retry-After=5},"
                        + " content=FxErrors[message=m]]");
        assertThat(ordered("{\"target\":\"home\",\"effect\":\"reply\",\"status\":302,\"location\":\"http://x/\"}"))
                .isEqualTo("Reply[moment=BEFORE, status=302, headers={Location=http://x/}, content=Empty[]]");
        assertThat(ordered("{\"target\":\"home\",\"effect\":\"reply\",\"content\":\"oauth_error\",\"error\":\"e\"}"))
                .endsWith("content=OAuthError[error=e, description=Ordered by a test]]");
        assertThat(ordered("{\"target\":\"home\",\"effect\":\"reply\",\"content\":\"html\"}"))
                .endsWith("content=Html[]]");
        assertThat(ordered("{\"target\":\"home\",\"effect\":\"reply\",\"content\":\"garbage\"}"))
                .endsWith("content=Garbage[]]");
        assertThat(ordered("{\"target\":\"home\",\"effect\":\"reply\",\"content\":\"huge\",\"bytes\":9}"))
                .endsWith("content=Huge[bytes=9]]");
        assertThat(ordered("{\"target\":\"create_client\",\"effect\":\"without_field\",\"name\":\"client_secret\"}"))
                .isEqualTo("WithoutField[name=client_secret]");
        assertThat(ordered("{\"target\":\"token\",\"effect\":\"with_field\",\"name\":\"expires_in\",\"value\":5}"))
                .isEqualTo("WithField[name=expires_in, value=5]");
        assertThat(ordered("{\"target\":\"token\",\"effect\":\"lose_authorization\",\"times\":\"always\"}"))
                .isEqualTo("LoseAuthorization[]");
        assertThat(ordered("{\"target\":\"token\",\"effect\":\"happen\",\"event\":\"revoke_grants\"}"))
                .isEqualTo("Happen[event=REVOKE_GRANTS]");
    }

    @Test
    void an_ordered_fault_strikes_and_can_be_taken_back() {
        order("faults", "{\"target\":\"create_client\",\"effect\":\"drop\",\"moment\":\"after\",\"times\":\"always\"}");
        assertThat(get("faults").text("/0/times")).isEqualTo("always");
        assertThatThrownBy(() -> Plugin.register(sandbox)).isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.clients()).hasSize(1);

        assertThat(caller.send("DELETE", "/_sandbox/faults", "").status()).isEqualTo(204);
        assertThat(sandbox.pendingFaults()).isEmpty();
    }

    @Test
    void a_wrong_order_is_refused_and_says_why() {
        assertRefused("faults", "[]", "must be a JSON object");
        assertRefused("faults", "{\"effect\":\"drop\"}", "target is missing");
        assertRefused("faults", "{\"target\":\"moon\",\"effect\":\"drop\"}", "one of home, create_client");
        assertRefused("faults", "{\"target\":\"home\"}", "effect is missing");
        assertRefused("faults", "{\"target\":\"home\",\"effect\":\"melt\"}", "not melt");
        assertRefused("faults", "{\"target\":\"home\",\"effect\":\"drop\",\"status\":5}", "mean nothing here: status");
        assertRefused("faults", "{\"target\":\"home\",\"effect\":\"drop\",\"nth\":0}", "count from 1");
        assertRefused("faults", "{\"target\":\"home\",\"effect\":\"drop\",\"nth\":\"2\"}", "whole number");
        assertRefused("faults", "{\"target\":\"home\",\"effect\":\"reply\",\"content\":\"xml\"}", "not xml");
        assertRefused("behaviour", "{\"consent\":true}", "must be a string");
        assertRefused("behaviour", "{\"links_to_twin\":\"yes\"}", "true or false");
        assertRefused("events", "{\"event\":\"flood\"}", "revoke_grants");
        assertThat(sandbox.pendingFaults()).isEmpty();
        assertThat(get("nothing").status()).isEqualTo(404);
    }

    @Test
    void the_behaviour_can_be_read_and_changed_in_part() {
        Reply changed = order(
                "behaviour",
                "{\"access_token_lifetime\":60,\"rotate_refresh_tokens\":true,\"expiry_name\":\"access_token_expires\"}");

        assertThat(changed.body()).isEqualTo(get("behaviour").body());
        assertThat(changed.json().path("access_token_lifetime").asInt()).isEqualTo(60);
        assertThat(changed.json().path("rotate_refresh_tokens").asBoolean()).isTrue();
        assertThat(changed.text("/consent")).isEqualTo("approve");
        assertThat(changed.json().path("code_lifetime").asInt()).isEqualTo(30);
    }

    @Test
    void things_can_be_let_happen_and_all_be_reset() {
        Plugin plugin = Plugin.register(sandbox);
        String token = plugin.connect().text("/refresh_token");
        assertThat(order("events", "{\"event\":\"revoke_grants\"}").status()).isEqualTo(204);
        assertThat(plugin.refresh(token).text("/error")).isEqualTo("invalid_grant");

        assertThat(order("reset", "").status()).isEqualTo(204);
        assertThat(sandbox.clients()).isEmpty();
        assertThat(sandbox.exchanges()).isEmpty();
        assertThat(sandbox.violations()).isEmpty();
        assertThat(sandbox.issuedSecrets()).isEmpty();
        assertThat(get("behaviour").text("/consent")).isEqualTo("ask");
    }

    private void assertRefused(String address, String body, String message) {
        Reply refused = order(address, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error")).contains(message);
    }

    /** Orders a fault alone, and gives its effect as it was understood. */
    private String ordered(String body) {
        sandbox.clearFaults();
        Reply reply = order("faults", body);
        assertThat(List.of(reply.status(), reply.body())).containsExactly(204, "");
        return sandbox.pendingFaults().get(0).effect().toString();
    }

    private Reply get(String name) {
        return caller.get(sandbox.controlUrl().resolve(name).toString());
    }

    private Reply order(String name, String body) {
        return caller.json("POST", sandbox.controlUrl().resolve(name).toString(), body);
    }
}
