package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foxden.testkit.fault.Consent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HomeTest {
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
    void a_stranger_finds_registration_and_tokens() {
        Reply home = caller.get("/");

        assertThat(home.status()).isEqualTo(200);
        assertThat(home.header("Content-Type")).isEqualTo("application/hal+json");
        assertThat(links(home))
                .containsExactly(
                        "curies",
                        "self",
                        "https://api.foxycart.com/rels",
                        "fx:property_helpers",
                        "fx:create_client",
                        "fx:token");
        assertThat(home.link("fx:create_client")).startsWith(sandbox.apiUrl().toString());
        assertThat(home.text("/_links/fx:token/type")).isEqualTo("application/json");
        JsonNode curies = home.json().at("/_links/curies");
        assertThat(curies.isArray()).isTrue();
        assertThat(curies.path(0).path("name").asText()).isEqualTo("fx");
        assertThat(curies.path(0).path("href").asText()).isEqualTo("https://api.foxycart.com/rels/{rel}");
        assertThat(home.text("/message")).isNotEmpty();
        assertThat(sandbox.violations()).isEmpty();
    }

    @Test
    void each_scope_finds_other_links() {
        Plugin plugin = Plugin.register(sandbox);
        String store = plugin.connect().text("/access_token");
        String user = plugin.exchange(
                        plugin.authorize("user_full_access").wayBack().getOrDefault("code", ""))
                .text("/access_token");

        assertThat(links(caller.bearer(plugin.clientAccess()).get("/")))
                .contains("fx:client", "fx:create_user", "fx:reporting", "fx:token")
                .doesNotContain("fx:create_client", "fx:store");
        assertThat(links(caller.bearer(store).get("/")))
                .contains("fx:store", "fx:encode")
                .doesNotContain("fx:create_client", "fx:client");
        assertThat(links(caller.bearer(user).get("/")))
                .contains("fx:user", "fx:stores")
                .doesNotContain("fx:create_client", "fx:store");
        assertThat(caller.bearer(store).get("/").link("fx:store")).endsWith("/stores/3200");
    }

    @Test
    void an_unchanged_home_is_not_sent_again() {
        Reply home = caller.get("/");
        String tag = home.header("ETag");

        assertThat(tag).startsWith("\"").endsWith("\"");
        assertThat(home.header("Cache-Control")).isEqualTo("private, must-revalidate");
        Reply same = caller.with("If-None-Match", "\"other\", W/" + tag).get("/");
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(tag);
        assertThat(caller.with("If-None-Match", "\"other\"").get("/").status()).isEqualTo(200);
    }

    @Test
    void a_bad_bearer_token_is_refused_here_too() {
        Reply refused = caller.bearer("unknown").get("/");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("/error")).isEqualTo("invalid_token");
    }

    @Test
    void links_can_point_at_the_twin_which_answers_alike() {
        sandbox.behave(b -> b.withLinksToTwin(true));
        Reply home = caller.get("/");

        assertThat(home.link("fx:token")).startsWith(sandbox.twinUrl().toString());
        assertThat(caller.get(sandbox.twinUrl().toString()).body()).isEqualTo(home.body());
        assertThat(sandbox.exchanges()).extracting(e -> e.origin().name()).containsExactly("API", "TWIN");
    }

    @Test
    void what_the_sandbox_does_not_have_says_so() {
        Reply missing = caller.get(caller.get("/").link("fx:property_helpers"));

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text("/_embedded/fx:errors/0/message")).contains("/property_helpers");
    }

    private static List<String> links(Reply reply) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> link : reply.json().path("_links").properties()) {
            names.add(link.getKey());
        }
        return names;
    }
}
