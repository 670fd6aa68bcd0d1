package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.shop.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreTest {
    private final SteppingClock clock = SteppingClock.at(Instant.parse("2026-11-23T12:00:00Z"));
    private Sandbox sandbox;
    private Plugin plugin;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.standard()
                .withClock(clock)
                .withConsent(Consent.APPROVE)
                .withStores(List.of(Store.of(3200, "Tea", "tea"), Store.of(3201, "Shoes", "shoes"))));
        plugin = Plugin.register(sandbox);
        caller = Caller.of(sandbox).bearer(plugin.connect().text("/access_token"));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_store_is_read_with_its_token() {
        Reply store = caller.get(caller.get("/").link("fx:store"));

        assertThat(store.status()).isEqualTo(200);
        assertThat(store.text("/store_name")).isEqualTo("Tea");
        assertThat(store.text("/date_created")).isEqualTo("2026-11-23T12:00:00+0000");
        assertThat(store.link("self")).endsWith("/stores/3200");
        assertThat(store.link("fx:customers")).endsWith("/stores/3200/customers");
        assertThat(sandbox.violations()).isEmpty();
    }

    @Test
    void fields_narrow_the_answer() {
        Reply store = caller.get("/stores/3200?fields=store_name,country");

        assertThat(store.json().properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("_links", "store_name", "country");
    }

    @Test
    void known_properties_are_patched_and_others_passed_over() {
        clock.advance(Duration.ofHours(1));
        Reply changed = caller.json("PATCH", "/stores/3200", "{\"store_name\":\"Coffee\",\"unknown\":1}");

        assertThat(changed.text("/store_name")).isEqualTo("Coffee");
        assertThat(changed.text("/date_modified")).isEqualTo("2026-11-23T13:00:00+0000");
        assertThat(changed.json().has("unknown")).isFalse();
    }

    @Test
    void a_token_opens_its_own_store_only() {
        assertThat(caller.get("/stores/3201").status()).isEqualTo(403);
        assertThat(caller.get("/stores/3201/customers").status()).isEqualTo(403);
        assertThat(caller.get("/customers/46").status()).isEqualTo(404);
        assertThat(caller.get("/users/7").status()).isEqualTo(403);
        assertThat(Caller.of(sandbox)
                        .bearer(plugin.clientAccess())
                        .get("/stores/3200")
                        .status())
                .isEqualTo(403);
        assertThat(sandbox.violations()).hasSize(4).allMatch(v -> v.rule() == Rule.SCOPE);
    }

    @Test
    void a_user_reads_itself_and_lists_all_stores() {
        String code = plugin.authorize("user_full_access").wayBack().getOrDefault("code", "");
        Caller user = Caller.of(sandbox).bearer(plugin.exchange(code).text("/access_token"));

        assertThat(user.get(user.get("/").link("fx:user")).text("/email")).isEqualTo("ada@example.com");
        Reply stores = user.get(user.get("/").link("fx:stores"));
        assertThat(stores.json().at("/_embedded/fx:stores").findValuesAsText("store_name"))
                .containsExactly("Tea", "Shoes");
        assertThat(user.get("/stores/3201").status()).isEqualTo(200);
        assertThat(user.get("/users/8").status()).isEqualTo(404);
        assertThat(user.get("/stores/9").status()).isEqualTo(404);
    }

    @Test
    void an_expired_token_is_refused_as_documented() {
        clock.advance(Duration.ofSeconds(7199));
        assertThat(caller.get("/stores/3200").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        Reply refused = caller.get("/stores/3200");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body())
                .isEqualTo(
                        "{\"error\":\"invalid_token\",\"error_description\":\"The access token provided has expired\"}");
        assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void a_revoked_token_is_invalid() {
        sandbox.happen(Event.REVOKE_GRANTS);

        assertThat(caller.get("/stores/3200").text("/error")).isEqualTo("invalid_token");
    }

    @Test
    void no_token_gets_an_error_document() {
        Reply refused = Caller.of(sandbox).get("/stores/3200");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("/_embedded/fx:errors/0/message")).contains("access token");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void a_store_lists_the_grants_it_gave_and_can_end_one() {
        Reply list = caller.get(caller.get("/stores/3200").link("fx:integrations"));
        assertThat(list.text("/_embedded/fx:integrations/0/client_id")).isEqualTo(plugin.clientId());
        assertThat(list.text("/_embedded/fx:integrations/0/scope")).isEqualTo("store_full_access store_id_3200");
        assertThat(list.text("/_embedded/fx:integrations/0/added_by_name")).isEqualTo("Ada Merchant");
        assertThat(list.json().path("total_items").asInt()).isEqualTo(1);

        String one = list.text("/_embedded/fx:integrations/0/_links/self/href");
        assertThat(caller.get(one).status()).isEqualTo(200);
        assertThat(caller.form("DELETE", one, Map.of()).status()).isEqualTo(200);
        assertThat(caller.get("/stores/3200").text("/error")).isEqualTo("invalid_token");
    }
}
