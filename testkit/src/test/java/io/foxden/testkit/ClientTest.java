package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.journal.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientTest {
    private Sandbox sandbox;
    private Plugin plugin;
    private Caller caller;
    private String self;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));
        plugin = Plugin.register(sandbox);
        caller = Caller.of(sandbox).bearer(plugin.clientAccess());
        self = caller.get("/").link("fx:client");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_client_reads_its_id_and_secret_back() {
        Reply client = caller.get(self);

        assertThat(client.status()).isEqualTo(200);
        assertThat(client.text("/client_id")).isEqualTo(plugin.clientId());
        assertThat(client.text("/client_secret")).isEqualTo(plugin.clientSecret());
        assertThat(client.text("/redirect_uri")).isEqualTo(Plugin.CALLBACK);
        assertThat(client.text("/company_logo")).isEmpty();
    }

    @Test
    void its_redirect_uri_can_be_patched() {
        Reply changed = caller.json("PATCH", self, "{\"redirect_uri\":\"https://moved.example.com/callback\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/redirect_uri")).isEqualTo("https://moved.example.com/callback");
        assertThat(changed.text("/project_name")).isEqualTo("Foxden on shop.example.com");
        assertThat(plugin.authorize("store_full_access").header("Location"))
                .startsWith("https://moved.example.com/callback?");
    }

    @Test
    void a_client_that_cannot_patch_overrides_the_method() {
        Reply changed =
                caller.with("X-HTTP-Method-Override", "PATCH").json("POST", self, "{\"project_name\":\"Renamed\"}");

        assertThat(changed.text("/project_name")).isEqualTo("Renamed");
    }

    @Test
    void put_takes_a_whole_client() {
        Map<String, String> fields = new LinkedHashMap<>(Plugin.registration());
        fields.remove("contact_name");
        assertThat(caller.form("PUT", self, fields).status()).isEqualTo(400);

        fields.put("contact_name", "Bob");
        assertThat(caller.form("PUT", self, fields).text("/contact_name")).isEqualTo("Bob");
    }

    @Test
    void id_and_secret_never_change() {
        Reply refused = caller.json("PATCH", self, "{\"client_id\":\"x\",\"client_secret\":\"y\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("total").asInt()).isEqualTo(2);
        assertThat(caller.json("PATCH", self, "{\"client_id\":\"" + plugin.clientId() + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_deleted_client_takes_its_tokens_along() {
        String refreshToken = plugin.connect().text("/refresh_token");
        assertThat(caller.form("DELETE", self, Map.of()).status()).isEqualTo(200);

        assertThat(sandbox.clients()).isEmpty();
        assertThat(sandbox.grants()).isEmpty();
        assertThat(caller.get(self).text("/error")).isEqualTo("invalid_token");
        Plugin.register(sandbox);
        assertThat(plugin.refresh(refreshToken).text("/error")).isEqualTo("invalid_client");
    }

    @Test
    void only_the_client_itself_comes_in() {
        Caller store = Caller.of(sandbox).bearer(plugin.connect().text("/access_token"));
        Map<String, String> fields = new LinkedHashMap<>(Plugin.registration());
        fields.put("client_id", "another");
        fields.put("redirect_uri", "https://other.example.com/callback");
        Plugin other = Plugin.register(sandbox, fields);

        assertThat(store.get(self).status()).isEqualTo(403);
        assertThat(Caller.of(sandbox).bearer(other.clientAccess()).get(self).status())
                .isEqualTo(404);
        assertThat(Caller.of(sandbox).get(self).status()).isEqualTo(401);
        assertThat(sandbox.violations().stream().map(v -> v.rule())).containsExactly(Rule.SCOPE, Rule.BEARER_MISSING);
    }
}
