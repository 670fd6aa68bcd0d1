package io.foxden.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.fault.Consent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomersTest {
    private Sandbox sandbox;
    private Caller caller;
    private String customers;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.standard().withConsent(Consent.APPROVE));
        caller = Caller.of(sandbox).bearer(Plugin.register(sandbox).connect().text("/access_token"));
        customers = caller.get("/stores/3200").link("fx:customers");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void there_are_forty_five_twenty_to_a_page() {
        Reply first = caller.get(customers);

        assertThat(numbers(first)).containsExactly(45, 20, 20, 0);
        assertThat(first.json().at("/_embedded/fx:customers")).hasSize(20);
        assertThat(first.text("/_embedded/fx:customers/0/email")).isEqualTo("customer1@example.com");
    }

    @Test
    void the_links_lead_through_all_pages_and_the_last_one_repeats_itself() {
        List<String> emails = new ArrayList<>();
        Reply page = caller.get(customers);
        emails.addAll(emails(page));
        while (!page.link("next").equals(page.link("self"))) {
            page = caller.get(page.link("next"));
            emails.addAll(emails(page));
        }

        assertThat(emails).hasSize(45).doesNotHaveDuplicates();
        assertThat(numbers(page)).containsExactly(45, 5, 20, 40);
        assertThat(page.link("last")).isEqualTo(page.link("self"));
        assertThat(page.link("prev")).endsWith("offset=20");
        assertThat(page.link("first")).endsWith("offset=0");
    }

    @Test
    void limit_and_offset_are_kept_to_and_300_is_the_most() {
        assertThat(numbers(caller.get(customers + "?limit=7&offset=42"))).containsExactly(45, 3, 7, 42);
        assertThat(numbers(caller.get(customers + "?limit=1000"))).containsExactly(45, 45, 300, 0);
        assertThat(numbers(caller.get(customers + "?offset=100"))).containsExactly(45, 0, 20, 100);
        assertThat(caller.get(customers + "?limit=0").status()).isEqualTo(400);
        assertThat(caller.get(customers + "?offset=-1").status()).isEqualTo(400);
        assertThat(caller.get(customers + "?limit=many").status()).isEqualTo(400);
    }

    @Test
    void the_total_can_be_a_string() {
        sandbox.behave(b -> b.withTotalItemsAsText(true));

        assertThat(caller.get(customers).json().path("total_items").isTextual()).isTrue();
    }

    @Test
    void properties_filter_and_fields_narrow() {
        Reply one = caller.get(customers + "?email=customer7%40example.com&fields=email");
        assertThat(emails(one)).containsExactly("customer7@example.com");
        assertThat(one.json().at("/_embedded/fx:customers/0").has("first_name")).isFalse();

        Reply anonymous = caller.get(customers + "?is_anonymous=true&limit=4");
        assertThat(numbers(anonymous)).containsExactly(9, 4, 4, 0);
        assertThat(numbers(caller.get(anonymous.link("last")))).containsExactly(9, 1, 4, 8);
        assertThat(caller.get(customers + "?id:lessthan=3").status()).isEqualTo(400);
    }

    @Test
    void one_is_created_read_changed_replaced_and_deleted() {
        Reply created =
                caller.json("POST", customers, "{\"email\":\"new@example.com\",\"first_name\":\"Noa\",\"id\":3}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("/message")).isEqualTo("customer 46 created successfully.");
        String self = created.link("self");

        assertThat(caller.get(self).text("/first_name")).isEqualTo("Noa");
        assertThat(caller.form("PATCH", self, Map.of("last_name", "Ng")).text("/first_name"))
                .isEqualTo("Noa");
        Reply replaced = caller.json("PUT", self, "{\"email\":\"other@example.com\"}");
        assertThat(replaced.text("/email")).isEqualTo("other@example.com");
        assertThat(replaced.text("/last_name")).isEmpty();
        assertThat(replaced.json().path("id").asInt()).isEqualTo(46);

        assertThat(caller.form("DELETE", self, Map.of()).status()).isEqualTo(200);
        assertThat(caller.get(self).status()).isEqualTo(404);
        assertThat(sandbox.violations()).isEmpty();
    }

    @Test
    void wrong_values_are_refused_each_with_its_message() {
        Reply refused = caller.json("POST", customers, "{\"first_name\":\"" + "x".repeat(51) + "\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/_embedded/fx:errors").findValuesAsText("message"))
                .containsExactly("first_name must be no more than 50 characters long.", "email is required.");
        assertThat(caller.json("PATCH", "/customers/1", "{\"email\":\"\"}").status())
                .isEqualTo(400);
    }

    private static List<Integer> numbers(Reply page) {
        return List.of(
                page.json().path("total_items").asInt(),
                page.json().path("returned_items").asInt(),
                page.json().path("limit").asInt(),
                page.json().path("offset").asInt());
    }

    private static List<String> emails(Reply page) {
        return page.json().at("/_embedded/fx:customers").findValuesAsText("email");
    }
}
