package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.browser.Page;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Violation;
import io.foxden.testkit.shop.Store;
import io.foxden.testkit.wire.Parameters;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizationTest {
    private final Browser browser = new Browser();
    private Sandbox sandbox;
    private Plugin plugin;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.standard()
                .withStores(List.of(Store.of(3200, "Tea & More", "tea"), Store.of(3201, "<Shoes>", "shoes"))));
        plugin = Plugin.register(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void the_page_names_project_company_and_stores() {
        Page page = browser.open(address("store_full_access"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Foxden on shop.example.com", "Example & Sons", "Tea & More", "<Shoes>", "Approve", "Deny");
        assertThat(page.header("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void approving_leads_back_with_a_code_for_the_chosen_store() {
        Page page = browser.open(address("store_full_access"));
        Map<String, String> back =
                back(browser.submit(page.form("").fill("store_id", "3201").press("Approve")));

        assertThat(back).containsOnlyKeys("code", "state").containsEntry("state", "s-1&2");
        assertThat(plugin.exchange(back.getOrDefault("code", "")).text("/scope"))
                .isEqualTo("store_full_access store_id_3201");
        assertThat(sandbox.issuedSecrets()).contains(back.get("code"));
        assertThat(sandbox.violations()).isEmpty();
    }

    @Test
    void denying_leads_back_with_access_denied() {
        Page page = browser.open(address("store_full_access"));
        Map<String, String> back = back(browser.submit(page.form("").press("Deny")));

        assertThat(back).containsEntry("error", "access_denied").containsEntry("state", "s-1&2");
        assertThat(back).doesNotContainKey("code");
    }

    @Test
    void one_known_store_leaves_nothing_to_choose() {
        Page page = browser.open(address("store_full_access store_id_3201"));
        assertThat(page.text()).doesNotContain("Tea & More");

        Map<String, String> back = back(browser.submit(page.form("").press("Approve")));
        assertThat(plugin.exchange(back.getOrDefault("code", "")).text("/scope"))
                .isEqualTo("store_full_access store_id_3201");
    }

    @Test
    void access_to_the_user_needs_no_store() {
        Page page = browser.open(address("user_full_access"));
        assertThat(page.text()).contains("your account and all its stores").doesNotContain("Tea & More");

        Map<String, String> back = back(browser.submit(page.form("").press("Approve")));
        assertThat(plugin.exchange(back.getOrDefault("code", "")).text("/scope"))
                .isEqualTo("user_full_access user_id_7");
    }

    @Test
    void an_answer_that_is_none_is_asked_again() {
        Page page = browser.open(address("store_full_access"));
        Page again = browser.submit(page.form(""));

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("Please approve or deny");
    }

    @Test
    void approval_and_denial_can_be_automatic() {
        sandbox.behave(b -> b.withConsent(Consent.APPROVE));
        Page approved = browser.open(address("store_full_access"));
        assertThat(approved.status()).isEqualTo(303);
        assertThat(back(approved)).containsKey("code");

        sandbox.behave(b -> b.withConsent(Consent.DENY));
        assertThat(back(browser.open(address(Map.of("state", "other"))))).containsEntry("error", "access_denied");
    }

    @Test
    void errors_go_back_to_the_registered_redirect_uri_of_a_known_client() {
        assertError(Map.of("response_type", "token"), "invalid_request");
        assertError(Map.of("response_type", ""), "invalid_request");
        assertError(Map.of("scope", ""), "invalid_client");
        assertError(Map.of("scope", "client_full_access"), "invalid_scope");
        assertError(Map.of("scope", "store_full_access store_id_9"), "invalid_scope");
        assertError(Map.of("scope", "everything"), "invalid_scope");
        assertThat(rules()).containsOnly(Rule.OAUTH_PARAMETERS).hasSize(6);
    }

    @Test
    void a_missing_state_is_an_invalid_request() {
        Map<String, String> back = back(browser.open(address(Map.of("state", ""))));

        assertThat(back).containsEntry("error", "invalid_request").doesNotContainKey("state");
    }

    @Test
    void a_parameter_that_comes_twice_is_an_invalid_request() {
        Page page = browser.open(URI.create(address("store_full_access") + "&state=other"));

        assertThat(back(page)).containsEntry("error", "invalid_request");
    }

    @Test
    void an_unknown_client_gets_a_page_and_no_redirect() {
        for (String id : List.of("unknown", "")) {
            Page page = browser.open(address(Map.of("client_id", id)));
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.redirect()).isEmpty();
            assertThat(page.text()).contains("invalid_client");
        }
    }

    @Test
    void a_query_of_the_redirect_uri_is_kept() {
        Map<String, String> fields = new LinkedHashMap<>(Plugin.registration());
        fields.put("client_id", "with-query");
        fields.put("redirect_uri", Plugin.CALLBACK + "?shop=1");
        Plugin other = Plugin.register(sandbox, fields);
        sandbox.behave(b -> b.withConsent(Consent.APPROVE));

        Reply reply = other.authorize("store_full_access");
        assertThat(reply.header("Location")).startsWith(Plugin.CALLBACK + "?shop=1&code=");
        assertThat(other.exchange(reply.wayBack().getOrDefault("code", "")).status())
                .isEqualTo(200);
    }

    @Test
    void a_state_that_comes_again_and_undocumented_parameters_are_noted() {
        sandbox.behave(b -> b.withConsent(Consent.APPROVE));
        browser.open(address("store_full_access"));
        assertThat(rules()).isEmpty();
        browser.open(address("store_full_access"));
        assertThat(rules()).containsExactly(Rule.STATE_REUSED);

        browser.open(address(Map.of("redirect_uri", Plugin.CALLBACK, "state", "fresh")));
        assertThat(rules()).containsExactly(Rule.STATE_REUSED, Rule.OAUTH_PARAMETERS);
    }

    private void assertError(Map<String, String> change, String error) {
        Page page = browser.open(address(change));
        assertThat(page.redirect().map(URI::toString).orElse("")).startsWith(Plugin.CALLBACK + "?");
        assertThat(back(page)).containsEntry("error", error).containsEntry("state", "s-1&2");
    }

    private URI address(String scope) {
        return address(Map.of("scope", scope));
    }

    private URI address(Map<String, String> changes) {
        return URI.create(sandbox.authorizeUrl() + "?" + query(changes));
    }

    private String query(Map<String, String> changes) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", plugin.clientId());
        parameters.put("scope", "store_full_access");
        parameters.put("state", "s-1&2");
        parameters.putAll(changes);
        return Caller.encode(parameters);
    }

    private static Map<String, String> back(Page page) {
        String query = page.redirect().map(URI::getRawQuery).orElse("");
        return Parameters.parse(query).asMap();
    }

    private List<Rule> rules() {
        return sandbox.violations().stream().map(Violation::rule).toList();
    }
}
