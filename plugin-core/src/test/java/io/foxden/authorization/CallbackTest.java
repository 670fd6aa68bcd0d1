package io.foxden.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.secret.Secret;
import io.foxden.testkit.Browser;
import io.foxden.testkit.browser.Page;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Event;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.testkit.shop.Store;
import io.foxden.world.Crowd;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The leg back from Foxy. */
class CallbackTest extends InWorld {
    private static final Intent AGAIN = new Intent(null, null, true);

    @Test
    void an_approval_connects_the_store_and_names_it() {
        Installation foxden = world.installed();
        Departure departure = foxden.authorization().begin(new Intent(null, "/admin?tab=foxy", false));

        Arrival arrival = foxden.authorization().callback(world.visit(departure), World.cookies(departure));

        assertThat(arrival.outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(arrival.returnTo()).isEqualTo("/admin?tab=foxy");
        assertThat(arrival.problem()).isNull();
        assertThat(arrival.cookieToClear()).isEqualTo(departure.cookie().name());
        assertThat(foxden.authorization().arrival(arrival.reference())).contains(arrival);
        var connection = Objects.requireNonNull(foxden.status().connection());
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(connection.scope()).isEqualTo("store_full_access store_id_3200");
        assertThat(connection.storeName()).isEqualTo("Example Store");
        assertThat(world.sandbox().violations()).isEmpty();
    }

    @Test
    void a_user_consent_connects_too() {
        Installation foxden = world.installed();
        Departure departure = foxden.authorization().begin(new Intent("user_full_access", null, false));

        foxden.authorization().callback(world.visit(departure), World.cookies(departure));

        var connection = Objects.requireNonNull(foxden.status().connection());
        assertThat(connection.scope()).startsWith("user_full_access");
        assertThat(connection.storeId()).isNull();
        assertThat(connection.storeName()).isNull();
    }

    @Test
    void a_missing_cookie_changes_nothing() {
        Installation foxden = world.installed();
        Departure departure = foxden.authorization().begin(Intent.plain());
        CallbackQuery query = world.visit(departure);

        mismatch(foxden, query, name -> null);

        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERED);
        assertThat(foxden.authorization()
                        .callback(query, World.cookies(departure))
                        .outcome())
                .isEqualTo(Outcome.CONNECTED);
    }

    @Test
    void another_browsers_cookie_changes_nothing() {
        Installation foxden = world.installed();
        Departure mine = foxden.authorization().begin(Intent.plain());
        Departure theirs = foxden.authorization().begin(Intent.plain());
        CallbackQuery query = world.visit(theirs);

        mismatch(foxden, query, World.cookies(mine));
        mismatch(foxden, query, name -> mine.cookie().value());
        mismatch(foxden, query, name -> "");

        assertThat(world.tokenRequests("authorization_code")).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "../client", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\u0000", "ünïcödé"})
    void a_state_that_nobody_knows_changes_nothing(@Nullable String state) {
        Installation foxden = world.installed();
        Departure departure = foxden.authorization().begin(Intent.plain());

        mismatch(
                foxden,
                new CallbackQuery(state, "code", null, null),
                name -> departure.cookie().value());
    }

    @Test
    void a_foreign_error_changes_nothing() {
        Installation foxden = world.connected();
        Departure departure = foxden.authorization().begin(AGAIN);

        mismatch(foxden, new CallbackQuery(state(departure), null, "access_denied", null), name -> null);

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(foxden.authorization()
                        .callback(world.visit(departure), World.cookies(departure))
                        .outcome())
                .isEqualTo(Outcome.CONNECTED);
    }

    @Test
    void who_comes_back_once_more_after_success_is_told_the_same_and_nothing_is_asked_again() {
        Installation foxden = world.installed();
        Departure departure = foxden.authorization().begin(Intent.plain());
        CallbackQuery query = world.visit(departure);
        Arrival arrival = foxden.authorization().callback(query, World.cookies(departure));

        assertThat(foxden.authorization().callback(query, World.cookies(departure)))
                .satisfies(told -> assertThat(told.again()).isTrue())
                .usingRecursiveComparison()
                .ignoringFields("again")
                .isEqualTo(arrival);
        mismatch(foxden, query, name -> null);

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(foxden.authorization().arrival(arrival.reference())).contains(arrival);
        assertThat(world.tokenRequests("authorization_code")).hasSize(1);
    }

    @Test
    void of_one_answer_that_comes_several_times_at_once_one_counts_and_all_are_told_its_end() {
        world.installed();
        Installation foxden = world.open(machinery -> machinery.withPause(Pause.sleeping()));
        Installation other = world.open(machinery -> machinery.withPause(Pause.sleeping()));
        Departure departure = foxden.authorization().begin(Intent.plain());
        CallbackQuery query = world.visit(departure);
        world.sandbox().order(Fault.on(Target.TOKEN).delayBefore(Duration.ofMillis(100)));
        Callable<Arrival> here = () -> foxden.authorization().callback(query, World.cookies(departure));
        Callable<Arrival> there = () -> other.authorization().callback(query, World.cookies(departure));

        List<Arrival> arrivals = Crowd.atOnce(List.of(here, there, here, there));
        assertThat(arrivals).extracting(Arrival::outcome).containsOnly(Outcome.CONNECTED);
        assertThat(arrivals).filteredOn(arrival -> !arrival.again()).hasSize(1);
        assertThat(world.tokenRequests("authorization_code")).hasSize(1);
        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void an_answer_is_taken_for_ten_minutes() {
        Installation foxden = world.installed();
        world.sandbox().behave(b -> b.withCodeLifetime(Duration.ofHours(1)));
        Departure early = foxden.authorization().begin(Intent.plain());
        Departure late = foxden.authorization().begin(Intent.plain());
        world.clock().advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(foxden.authorization()
                        .callback(world.visit(early), World.cookies(early))
                        .outcome())
                .isEqualTo(Outcome.CONNECTED);
        world.clock().advance(Duration.ofMillis(1));

        mismatch(foxden, world.visit(late), World.cookies(late));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT6H", "PT-6H", "P3650D", "P-3650D"})
    void a_clock_that_is_set_while_the_person_is_at_foxy_does_no_harm(Duration leap) {
        world.installed();
        Installation foxden = world.open(machinery -> machinery.withTime(world.clock(), System::nanoTime));
        String ticket = World.query(
                        foxden.authorization().ticket(Intent.plain()).startUrl())
                .get("ticket");
        world.clock().advance(leap);
        foxden.authorization().prune(100);
        Departure departure = foxden.authorization().redeem(Objects.requireNonNull(ticket));
        world.clock().advance(leap.negated());
        foxden.authorization().prune(100);

        assertThat(foxden.authorization()
                        .callback(world.visit(departure), World.cookies(departure))
                        .outcome())
                .isEqualTo(Outcome.CONNECTED);
    }

    @Test
    void several_tabs_do_not_disturb_each_other() {
        Installation foxden = world.installed();
        Departure one = foxden.authorization().begin(new Intent(null, "/one", false));
        Departure two = foxden.authorization().begin(new Intent(null, "/two", false));
        UnaryOperator<@Nullable String> browser =
                name -> name.equals(one.cookie().name())
                        ? one.cookie().value()
                        : name.equals(two.cookie().name()) ? two.cookie().value() : null;

        Arrival second = foxden.authorization().callback(world.visit(two), browser);
        Arrival first = foxden.authorization().callback(world.visit(one), browser);

        assertThat(second.returnTo()).isEqualTo("/two");
        assertThat(first.returnTo()).isEqualTo("/one");
        assertThat(List.of(first.outcome(), second.outcome())).containsOnly(Outcome.CONNECTED);
        assertThat(first.reference()).isNotEqualTo(second.reference());
    }

    @Test
    void a_restart_between_the_legs_does_no_harm() {
        Installation foxden = world.installed();
        Departure departure = foxden.authorization().begin(Intent.plain());
        foxden.close();

        Arrival arrival = world.open().authorization().callback(world.visit(departure), World.cookies(departure));

        assertThat(arrival.outcome()).isEqualTo(Outcome.CONNECTED);
    }

    @Test
    void the_result_is_found_again_for_an_hour_also_after_a_restart() {
        Installation foxden = world.installed();
        Arrival arrival = world.connect(foxden);
        assertThat(world.open().authorization().arrival(arrival.reference())).contains(arrival);

        world.clock().advance(Duration.ofHours(1));
        foxden.authorization().prune(100);

        assertThat(foxden.authorization().arrival(arrival.reference())).isEmpty();
    }

    @Test
    void a_request_that_is_still_open_has_no_result() {
        Installation foxden = world.installed();
        Departure departure = foxden.authorization().begin(Intent.plain());
        String reference = departure.cookie().name().substring("foxden_tx_".length());

        assertThat(foxden.authorization().arrival(reference)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../client", "0123456789abcdef0123", "0123456789ABCDEF0123", "%00"})
    void a_reference_that_nobody_knows_finds_nothing(String reference) {
        assertThat(world.installed().authorization().arrival(reference)).isEmpty();
    }

    @Test
    void a_consent_for_another_store_takes_the_place_of_the_first_with_token_and_name() {
        try (World shops = World.in(
                folder.resolve("shops"),
                options -> options.withConsent(Consent.ASK)
                        .withStores(List.of(
                                Store.of(3200, "First Store", "first"), Store.of(3201, "Second Store", "second"))))) {
            Installation foxden = shops.installed();
            approve(foxden, "3200");
            Secret first = foxden.accessToken();
            assertThat(Objects.requireNonNull(foxden.status().connection()).storeName())
                    .isEqualTo("First Store");

            approve(foxden, "3201");

            assertThat(foxden.accessToken()).isNotEqualTo(first);
            var connection = Objects.requireNonNull(foxden.status().connection());
            assertThat(connection.storeId()).isEqualTo("3201");
            assertThat(connection.storeName()).isEqualTo("Second Store");
        }
    }

    @Test
    void a_reset_while_the_code_is_swapped_stays_and_leaves_no_tokens() {
        Installation foxden = world.installed();
        Installation other = world.open();
        Departure departure = foxden.authorization().begin(Intent.plain());
        CallbackQuery query = world.visit(departure);
        world.sandbox().afterProcessing(exchange -> {
            if ("authorization_code".equals(exchange.grantType())) {
                other.reset();
            }
        });

        Arrival arrival = foxden.authorization().callback(query, World.cookies(departure));

        assertThat(arrival.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Objects.requireNonNull(arrival.problem()).code()).isEqualTo(Code.NOT_INSTALLED);
        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
        assertThat(world.connection()).isEmpty();
    }

    @Test
    void an_answer_for_an_earlier_client_connects_nothing() {
        Installation foxden = world.installed();
        Departure departure = foxden.authorization().begin(Intent.plain());
        CallbackQuery query = world.visit(departure);
        foxden.reset();
        World.install(foxden);

        Arrival arrival = foxden.authorization().callback(query, World.cookies(departure));

        assertThat(arrival.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERED);
        assertThat(world.tokenRequests("authorization_code")).isEmpty();
    }

    @Test
    void a_store_whose_name_cannot_be_read_is_connected_all_the_same() {
        Installation foxden = world.installed();
        world.sandbox().order(Fault.on(Target.STORE).times(2).html(502));

        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);

        assertThat(Objects.requireNonNull(foxden.status().connection()).storeName())
                .isNull();
        world.clock().advance(Duration.ofMinutes(1));
        assertThat(Objects.requireNonNull(foxden.refresh().connection()).storeName())
                .isEqualTo("Example Store");
    }

    @Test
    void a_consent_withdrawn_at_once_is_still_a_consent_that_was_given() {
        Installation foxden = world.installed();
        world.sandbox().order(Fault.on(Target.STORE).happen(Event.REVOKE_GRANTS));

        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(Objects.requireNonNull(foxden.status().problem()).code()).isEqualTo(Code.NEEDS_RECONNECT);
    }

    private static void approve(Installation foxden, String store) {
        Departure departure = foxden.authorization().begin(AGAIN);
        Browser browser = new Browser();
        Page page = browser.open(departure.location());
        Page answer =
                browser.submit(page.form("/authorize").fill("store_id", store).press("Approve"));
        Map<String, String> query = World.query(answer.redirect().orElseThrow());
        Arrival arrival = foxden.authorization()
                .callback(
                        new CallbackQuery(query.get("state"), query.get("code"), null, null), World.cookies(departure));
        assertThat(arrival.outcome()).isEqualTo(Outcome.CONNECTED);
    }

    private void mismatch(Installation foxden, CallbackQuery query, UnaryOperator<@Nullable String> cookies) {
        Map<String, String> before = world.contents();
        Problems.of(Code.STATE_MISMATCH, () -> foxden.authorization().callback(query, cookies));
        assertThat(world.contents()).isEqualTo(before);
    }

    private static String state(Departure departure) {
        return Objects.requireNonNull(World.query(departure.location()).get("state"));
    }
}
