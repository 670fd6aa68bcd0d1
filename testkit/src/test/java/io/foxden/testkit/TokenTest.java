package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenTest {
    private final SteppingClock clock = SteppingClock.at(Instant.parse("2026-11-23T12:00:00Z"));
    private Sandbox sandbox;
    private Plugin plugin;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.standard().withClock(clock).withConsent(Consent.APPROVE));
        plugin = Plugin.register(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_code_becomes_tokens_for_the_store() {
        Reply reply = plugin.connect();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/token_type")).isEqualTo("Bearer");
        assertThat(reply.json().path("expires_in").asInt()).isEqualTo(7200);
        assertThat(reply.text("/scope")).isEqualTo("store_full_access store_id_3200");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(sandbox.issuedSecrets()).contains(reply.text("/access_token"), reply.text("/refresh_token"));
        assertThat(sandbox.violations()).isEmpty();
    }

    @Test
    void a_test_is_told_until_when_an_access_token_opens_something() {
        String token = plugin.connect().text("/access_token");

        assertThat(sandbox.accessTokenExpiry(token)).contains(clock.instant().plusSeconds(7200));
        sandbox.happen(Event.REVOKE_GRANTS);
        assertThat(sandbox.accessTokenExpiry(token)).isEmpty();
    }

    @Test
    void a_code_works_once() {
        String code = plugin.code();
        plugin.exchange(code);

        assertInvalidGrant(plugin.exchange(code), Rule.CODE_REUSED);
    }

    @Test
    void a_code_works_for_thirty_seconds() {
        String late = plugin.code();
        clock.advance(Duration.ofSeconds(30));
        assertInvalidGrant(plugin.exchange(late), Rule.CODE_LATE);

        String timely = plugin.code();
        clock.advance(Duration.ofSeconds(29));
        assertThat(plugin.exchange(timely).status()).isEqualTo(200);
    }

    @Test
    void a_code_works_for_its_own_client_only() {
        Map<String, String> other = new LinkedHashMap<>(Plugin.registration());
        other.put("client_id", "another");
        other.put("redirect_uri", "https://other.example.com/callback");

        assertInvalidGrant(Plugin.register(sandbox, other).exchange(plugin.code()), Rule.CODE_FOREIGN);
    }

    @Test
    void the_exchange_repeats_the_redirect_uri_exactly() {
        String code = plugin.code();
        Reply wrong = plugin.token(
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", Plugin.CALLBACK + "/"));

        assertInvalidGrant(wrong, Rule.REDIRECT_URI);
        assertThat(plugin.exchange(code).status()).isEqualTo(200);
    }

    @Test
    void an_exchange_without_redirect_uri_is_answered_but_noted_unless_it_is_required() {
        Reply answered = plugin.token(Map.of("grant_type", "authorization_code", "code", plugin.code()));
        assertThat(answered.status()).isEqualTo(200);
        assertThat(rules()).containsExactly(Rule.REDIRECT_URI);

        sandbox.behave(b -> b.withRedirectUriRequired(true));
        Reply refused = plugin.token(Map.of("grant_type", "authorization_code", "code", plugin.code()));
        assertThat(refused.text("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void a_refresh_gives_another_access_token_and_the_same_refresh_token() {
        Reply first = plugin.connect();
        Reply second = plugin.refresh(first.text("/refresh_token"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("/refresh_token")).isEqualTo(first.text("/refresh_token"));
        assertThat(second.text("/access_token")).isNotEqualTo(first.text("/access_token"));
        assertThat(second.text("/scope")).isEqualTo("store_full_access store_id_3200");
    }

    @Test
    void a_rotated_refresh_token_ends_the_old_one() {
        sandbox.behave(b -> b.withRotateRefreshTokens(true));
        String old = plugin.connect().text("/refresh_token");
        String fresh = plugin.refresh(old).text("/refresh_token");

        assertThat(fresh).isNotEqualTo(old);
        assertThat(plugin.refresh(old).text("/error")).isEqualTo("invalid_grant");
        assertThat(plugin.refresh(fresh).status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_ends_with_its_lifetime_or_its_revocation() {
        String token = plugin.connect().text("/refresh_token");
        clock.advance(Duration.ofDays(3650));
        assertThat(plugin.refresh(token).text("/error")).isEqualTo("invalid_grant");

        String another = plugin.connect().text("/refresh_token");
        sandbox.happen(Event.REVOKE_GRANTS);
        assertThat(plugin.refresh(another).text("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void client_credentials_give_access_to_the_client_and_no_refresh_token() {
        Reply reply = plugin.token(Map.of("grant_type", "client_credentials", "scope", "client_full_access"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/scope")).isEqualTo("client_full_access");
        assertThat(reply.json().has("refresh_token")).isFalse();
        assertThat(plugin.token(Map.of("grant_type", "client_credentials", "scope", "store_full_access"))
                        .text("/error"))
                .isEqualTo("invalid_scope");
    }

    @Test
    void the_lifetime_and_its_name_can_be_chosen() {
        sandbox.behave(b -> b.withExpiryName("access_token_expires").withAccessTokenLifetime(Duration.ofSeconds(60)));
        Reply reply = plugin.connect();

        assertThat(reply.json().path("access_token_expires").asInt()).isEqualTo(60);
        assertThat(reply.json().has("expires_in")).isFalse();
    }

    @Test
    void a_client_may_say_who_it_is_in_the_body_or_by_basic_but_not_both() {
        String token = plugin.connect().text("/refresh_token");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "refresh_token");
        fields.put("refresh_token", token);
        fields.put("client_id", plugin.clientId());
        fields.put("client_secret", plugin.clientSecret());

        assertThat(Caller.of(sandbox).form("POST", "/token", fields).status()).isEqualTo(200);
        Reply both = plugin.token(fields);
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.text("/error")).isEqualTo("invalid_request");
        assertThat(rules()).containsExactly(Rule.CLIENT_CREDENTIALS);
    }

    @Test
    void a_wrong_secret_or_none_is_an_invalid_client() {
        Map<String, String> fields = Map.of("grant_type", "refresh_token", "refresh_token", "x");
        Reply wrong = Caller.of(sandbox).basic(plugin.clientId(), "wrong").form("POST", "/token", fields);
        Reply none = Caller.of(sandbox).form("POST", "/token", fields);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("/error")).isEqualTo("invalid_client");
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.text("/error")).isEqualTo("invalid_client");
    }

    @Test
    void a_deleted_client_is_an_invalid_client() {
        String token = plugin.connect().text("/refresh_token");
        sandbox.deleteClient(plugin.clientId());

        assertThat(plugin.refresh(token).text("/error")).isEqualTo("invalid_client");
    }

    @Test
    void the_grant_type_must_be_there_and_known() {
        assertThat(plugin.token(Map.of("a", "b")).text("/error")).isEqualTo("invalid_request");
        assertThat(plugin.token(Map.of("grant_type", "password")).text("/error"))
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void parameters_come_once_and_in_the_body() {
        Caller caller = Caller.of(sandbox)
                .basic(plugin.clientId(), plugin.clientSecret())
                .with("Content-Type", "application/x-www-form-urlencoded");
        Reply twice = caller.send("POST", "/token", "grant_type=refresh_token&grant_type=refresh_token");
        Reply address = caller.send("POST", "/token?refresh_token=x", "grant_type=refresh_token");

        assertThat(twice.text("/error")).isEqualTo("invalid_request");
        assertThat(address.text("/error")).isEqualTo("invalid_request");
        assertThat(rules()).containsExactly(Rule.MALFORMED, Rule.CLIENT_CREDENTIALS);
    }

    @Test
    void only_a_form_is_taken_and_only_by_post() {
        Caller caller = Caller.of(sandbox).basic(plugin.clientId(), plugin.clientSecret());

        Reply json = caller.json("POST", "/token", "{\"grant_type\":\"client_credentials\"}");
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.text("/_embedded/fx:errors/0/message")).contains("application/x-www-form-urlencoded");
        assertThat(caller.get("/token").status()).isEqualTo(405);
    }

    @Test
    void a_bearer_token_at_the_token_endpoint_is_noted() {
        Caller.of(sandbox).bearer("x").form("POST", "/token", Map.of("grant_type", "refresh_token"));

        assertThat(rules()).contains(Rule.BEARER_MISPLACED);
    }

    private void assertInvalidGrant(Reply reply, Rule broken) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/error")).isEqualTo("invalid_grant");
        assertThat(reply.text("/error_description")).isNotEmpty();
        assertThat(rules()).containsExactly(broken);
    }

    private Iterable<Rule> rules() {
        return sandbox.violations().stream().map(Violation::rule).toList();
    }
}
