package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start();
        caller = Caller.of(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_client_is_created_with_its_secret_and_first_tokens() {
        Reply created = caller.form("POST", "/clients", Plugin.registration());

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.link("self")).endsWith("/clients/100");
        assertThat(created.link("fx:attributes")).endsWith("/clients/100/attributes");
        assertThat(created.text("/message")).isEqualTo("client 100 created successfully.");
        assertThat(created.text("/client_id")).isEqualTo("foxden_0123456789abcdefghijABCDEFGHIJ");
        assertThat(created.text("/client_secret")).matches("[A-Za-z0-9]{40}");
        assertThat(created.text("/token/scope")).isEqualTo("client_full_access");
        assertThat(created.text("/token/token_type")).isEqualTo("Bearer");
        assertThat(created.json().at("/token/expires_in").asInt()).isEqualTo(7200);
        assertThat(sandbox.issuedSecrets())
                .containsExactlyInAnyOrder(
                        created.text("/client_secret"),
                        created.text("/token/access_token"),
                        created.text("/token/refresh_token"));
        assertThat(sandbox.clients()).singleElement().satisfies(client -> {
            assertThat(client.redirectUri()).isEqualTo(Plugin.CALLBACK);
            assertThat(client.toString()).doesNotContain(client.secret());
        });
        assertThat(sandbox.violations()).isEmpty();
    }

    @Test
    void json_does_as_well() throws Exception {
        Map<String, Object> fields = new LinkedHashMap<>(Plugin.registration());
        fields.put("javascript_origin_uri", "https://shop.example.com");
        Reply created = caller.json("POST", "/clients", new JsonMapper().writeValueAsString(fields));

        assertThat(created.status()).isEqualTo(201);
        assertThat(sandbox.clients().get(0).field("javascript_origin_uri")).isEqualTo("https://shop.example.com");
    }

    @Test
    void a_client_id_is_made_where_none_is_sent() {
        Map<String, String> fields = Plugin.registration();
        fields.remove("client_id");

        assertThat(caller.form("POST", "/clients", fields).text("/client_id")).startsWith("client_");
    }

    @Test
    void a_client_id_is_given_once() {
        Plugin.register(sandbox);
        Reply again = caller.form("POST", "/clients", Plugin.registration());

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text("/_embedded/fx:errors/0/message")).contains("client_id");
        assertThat(sandbox.clients()).hasSize(1);
        assertThat(sandbox.postsToClients()).isEqualTo(2);
        assertThat(rules()).containsExactly(Rule.CLIENT_ID_TAKEN);
    }

    @Test
    void each_wrong_field_has_an_entry_of_its_own() {
        Map<String, String> fields = Plugin.registration();
        fields.put("client_id", "x".repeat(101));
        fields.put("redirect_uri", "/foxden/callback");
        fields.put("project_name", " ");
        fields.put("company_url", "https://example.com/" + "x".repeat(200));
        fields.remove("contact_phone");
        Reply refused = caller.form("POST", "/clients", fields);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/_embedded/fx:errors").findValuesAsText("message"))
                .extracting(message -> message.split(" ", 2)[0])
                .containsExactlyInAnyOrder("redirect_uri", "project_name", "company_url", "contact_phone", "client_id");
        assertThat(refused.json().path("total").asInt()).isEqualTo(5);
        assertThat(sandbox.clients()).isEmpty();
        assertThat(rules()).containsExactly(Rule.REGISTRATION_FIELDS);
    }

    @Test
    void the_longest_values_are_taken() {
        Map<String, String> fields = Plugin.registration();
        fields.put("client_id", "x".repeat(100));
        fields.put("project_name", "ü".repeat(200));

        assertThat(caller.form("POST", "/clients", fields).status()).isEqualTo(201);
    }

    @Test
    void a_second_client_for_one_redirect_uri_is_noted() {
        Plugin.register(sandbox);
        Map<String, String> fields = Plugin.registration();
        fields.put("client_id", "another");

        assertThat(caller.form("POST", "/clients", fields).status()).isEqualTo(201);
        assertThat(rules()).containsExactly(Rule.REDIRECT_URI_SHARED);
    }

    @Test
    void a_bearer_token_is_not_needed_and_noted() {
        caller.bearer("x").form("POST", "/clients", Plugin.registration());

        assertThat(rules()).containsExactly(Rule.BEARER_MISPLACED);
    }

    private List<Rule> rules() {
        return sandbox.violations().stream().map(Violation::rule).toList();
    }
}
