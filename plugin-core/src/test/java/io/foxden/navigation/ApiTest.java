package io.foxden.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.foxden.api.Api;
import io.foxden.api.Resource;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiTest {
    private final ConnectedStore connected = new ConnectedStore();
    private final Api api = connected.api;

    record Customer(@JsonProperty("first_name") String firstName, String email) {}

    @AfterEach
    void close() {
        assertThat(connected.sandbox.violations()).isEmpty();
        connected.close();
    }

    @Test
    void links_are_followed_from_the_home_that_the_scope_shows() {
        Resource home = api.home();
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.has("fx:store")).isTrue();
        assertThat(home.has("fx:create_client")).isFalse();
        Resource store = api.follow("fx:store");
        assertThat(store.text("store_name")).isPresent();
        assertThat(store.uri()).isEqualTo(home.link("fx:store"));
        assertThat(api.follow("fx:store", "fx:customers").number("total_items")).hasValue(45);
        assertThat(store.follow("fx:customers").json()).contains("total_items");
        assertThat(api.follow().json()).isEqualTo(home.json());
    }

    @Test
    void a_resource_is_made_read_changed_replaced_and_deleted() {
        Resource store = api.follow("fx:store");
        Resource made =
                store.post("fx:customers", Map.of("first_name", "Jo", "last_name", "Day", "email", "jo@example.com"));
        assertThat(made.status()).isEqualTo(201);
        Resource customer = made.get();
        assertThat(customer.as(Customer.class)).isEqualTo(new Customer("Jo", "jo@example.com"));

        customer.patch(Map.of("first_name", "Joe"));
        assertThat(customer.get().text("first_name")).contains("Joe");
        assertThat(customer.text("first_name")).as("a resource does not change").contains("Jo");

        customer.put(new Customer("Mo", "mo@example.com"));
        assertThat(customer.get().as(Customer.class)).isEqualTo(new Customer("Mo", "mo@example.com"));
        assertThat(customer.get().text("last_name")).contains("");

        customer.delete();
        assertThatThrownBy(customer::get).isInstanceOfSatisfying(RefusedException.class, e -> {
            assertThat(e.status()).isEqualTo(404);
            assertThat(e.code()).isEqualTo(Code.API_REFUSED);
            assertThat(e.problem().logref()).isNotEmpty();
        });
    }

    @Test
    void json_text_goes_out_as_it_is() {
        Resource made =
                api.follow("fx:store").post("fx:customers", "{\"first_name\": \"Jo\", \"email\": \"jo@example.com\"}");
        assertThat(made.get().text("first_name")).contains("Jo");
        Resource store = api.follow("fx:store");
        assertThatThrownBy(() -> store.patch("not json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The body is not well-formed JSON");
    }

    @Test
    void an_address_kept_from_earlier_is_read_whole_or_relative_to_the_home() {
        URI store = api.follow("fx:store").uri();
        assertThat(api.get(store.toString()).text("store_name")).isPresent();
        assertThat(api.get(store.getPath()).text("store_name")).isPresent();
        api.patch(store.getPath(), Map.of("store_name", "Renamed"));
        assertThat(api.get(store.getPath()).text("store_name")).contains("Renamed");
        Resource made = api.post(store.getPath() + "/customers", Map.of("first_name", "A", "email", "a@example.com"));
        api.put(made.uri().toString(), Map.of("first_name", "B", "email", "b@example.com"));
        assertThat(made.get().text("first_name")).contains("B");
        api.delete(made.uri().toString());
        assertThatThrownBy(made::get).isInstanceOf(RefusedException.class);
    }

    @Test
    void embedded_resources_lead_on() {
        List<Resource> customers = api.follow("fx:store", "fx:customers").embedded("fx:customers");
        assertThat(customers).hasSize(20);
        Resource first = customers.get(0);
        assertThat(first.get().text("email")).isEqualTo(first.text("email"));
        first.patch(Map.of("last_name", "Changed"));
        assertThat(first.get().text("last_name")).contains("Changed");
    }

    @Test
    void foxys_words_and_reference_are_in_the_refusal() {
        Resource store = api.follow("fx:store");
        assertThatThrownBy(() -> store.post("fx:customers", Map.of("email", "x".repeat(200) + "@example.com")))
                .isInstanceOfSatisfying(RefusedException.class, e -> {
                    assertThat(e.status()).isEqualTo(400);
                    assertThat(e.problem().detail())
                            .isEqualTo("Foxy answered 400: email must be no more than 100 characters long.");
                    assertThat(e.problem().logref()).isNotEmpty();
                });
        assertCode(Code.LINK_MISSING, () -> store.follow("fx:nothing"));
        assertCode(Code.LINK_MISSING, () -> store.post("fx:nothing", Map.of()));
    }

    @Test
    void a_link_to_a_foreign_host_is_not_followed() {
        connected.sandbox.behave(behaviour -> behaviour.withLinksToTwin(true));
        Resource home = api.home();
        int before = connected.sandbox.exchanges().size();
        assertCode(Code.UNTRUSTED_LINK, () -> home.follow("fx:store"));
        assertCode(Code.UNTRUSTED_LINK, () -> home.patch("fx:store", Map.of("store_name", "x")));
        assertCode(Code.UNTRUSTED_LINK, () -> api.get("https://evil.example/"));
        assertThat(connected.sandbox.exchanges()).hasSize(before);
    }

    @Test
    void an_expired_token_is_renewed_once_and_the_call_repeated() {
        Resource store = api.follow("fx:store");
        connected.sandbox.happen(Event.EXPIRE_ACCESS_TOKENS);
        store.patch(Map.of("store_name", "Patched"));
        assertThat(connected.tokens.renewals()).isEqualTo(1);
        assertThat(store.get().text("store_name")).contains("Patched");
        assertThat(connected.tokens.renewals()).isEqualTo(1);
    }

    @Test
    void a_401_as_an_error_document_renews_too() {
        connected.sandbox.order(Fault.on(Target.STORE).fxErrors(401, "The access token provided has expired"));
        assertThat(api.follow("fx:store").text("store_name")).isPresent();
        assertThat(connected.tokens.renewals()).isEqualTo(1);
    }

    @Test
    void a_token_that_is_refused_again_is_not_renewed_again() {
        Resource home = api.home();
        connected.sandbox.order(Fault.on(Target.STORE).always().oauthError(401, "invalid_token"));
        assertThatThrownBy(() -> home.follow("fx:store"))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.status()).isEqualTo(401));
        assertThat(connected.tokens.renewals()).isEqualTo(1);
        assertThat(connected.sandbox.exchanges(Target.STORE)).hasSize(2);
    }

    @Test
    void a_read_without_a_clear_answer_is_asked_once_more() {
        connected.sandbox.order(Fault.on(Target.STORE).html(502));
        assertThat(api.follow("fx:store").text("store_name")).isPresent();
        connected.sandbox.order(Fault.on(Target.STORE).dropAfter());
        assertThat(api.follow("fx:store").text("store_name")).isPresent();
        Resource home = api.home();
        int before = connected.sandbox.exchanges().size();
        connected.sandbox.order(Fault.on(Target.STORE).always().truncate());
        assertCode(Code.API_UNREACHABLE, () -> home.follow("fx:store"));
        assertThat(connected.sandbox.exchanges()).hasSize(before + 2);
    }

    @Test
    void a_longer_wait_than_two_seconds_is_left_to_the_caller() {
        Resource home = api.home();
        int before = connected.sandbox.exchanges().size();
        connected.sandbox.order(Fault.on(Target.STORE).retryAfter("3").fxErrors(429, "Too many"));
        assertThatThrownBy(() -> home.follow("fx:store"))
                .isInstanceOfSatisfying(
                        TryLaterException.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(3)));
        assertThat(connected.sandbox.exchanges()).hasSize(before + 1);
    }

    @Test
    void a_change_without_a_clear_answer_is_sent_once_and_told_as_perhaps_done() {
        Resource store = api.follow("fx:store");
        Map<String, String> fields = Map.of("first_name", "Jo", "email", "jo@example.com");
        List<Fault> faults = List.of(
                Fault.on(Target.CUSTOMERS).dropAfter(),
                Fault.on(Target.CUSTOMERS).html(502),
                Fault.on(Target.CUSTOMERS).fxErrors(503, "Down"),
                Fault.on(Target.CUSTOMERS).truncate());
        for (Fault fault : faults) {
            int before = connected.sandbox.exchanges().size();
            connected.sandbox.order(fault);
            assertThatThrownBy(() -> store.post("fx:customers", fields))
                    .isInstanceOfSatisfying(TryLaterException.class, e -> {
                        assertThat(e.code()).isEqualTo(Code.API_UNREACHABLE);
                        assertThat(e.problem().remedy()).startsWith("It is not known whether Foxy did it.");
                    });
            assertThat(connected.sandbox.exchanges()).hasSize(before + 1);
        }
    }

    @Test
    void twenty_threads_with_an_expired_token_get_one_renewal() throws Exception {
        Resource store = api.follow("fx:store");
        connected.sandbox.happen(Event.EXPIRE_ACCESS_TOKENS);
        int threads = 20;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<String>> names = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                names.add(executor.submit(() -> {
                    start.await();
                    return store.get().text("store_name").orElseThrow();
                }));
            }
            start.countDown();
            for (Future<String> name : names) {
                assertThat(name.get()).isEqualTo(store.text("store_name").orElseThrow());
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(connected.tokens.renewals()).isEqualTo(1);
        assertThat(connected.tokens.refusals()).isBetween(1, threads);
    }

    @Test
    void no_secret_is_printed() {
        Resource store = api.follow("fx:store");
        assertThat(store).hasToString("200 " + store.uri().getPath());
    }

    private static void assertCode(Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FoxdenException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
