package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.Phase;
import io.foxden.http.HttpAnswer;
import io.foxden.http.HttpRequest;
import io.foxden.http.Wire;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.TryLaterException;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Foxy that is away for long, or answers strangely all the time, is not besieged, by whatever many callers. */
class LongOutageTest extends InWorld {
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final Fault.Order REFRESH = Fault.on(Target.TOKEN).grant("refresh_token");

    @Test
    void a_day_without_foxy_and_ten_thousand_callers_cost_fewer_than_fifteen_calls() {
        Installation first = world.connected();
        Installation second = world.open();
        world.clock().advance(LIFETIME);
        world.sandbox().order(Fault.on(Target.HOME).always().html(503));
        world.sandbox().order(Fault.on(Target.TOKEN).always().html(503));
        int before = world.sandbox().exchanges().size();

        for (int caller = 0; caller < 10_000; caller++) {
            Installation foxden = caller % 2 == 0 ? first : second;
            Problems.of(Code.API_UNREACHABLE, foxden::accessToken);
            if (caller % 1000 == 0) {
                second.close();
                second = world.open();
            }
            world.clock().advance(Duration.ofMillis(8640));
        }

        assertThat(world.sandbox().exchanges().size() - before).isLessThan(15);
        assertThat(first.status().phase()).isEqualTo(Phase.CONNECTED);
        world.sandbox().clearFaults();
        assertThat(first.refresh().problem()).isNull();
    }

    @Test
    void what_is_remembered_holds_for_another_process_and_after_a_restart() {
        Installation foxden = world.connected();
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.retryAfter("600").html(503));
        Problems.of(Code.API_UNREACHABLE, foxden::accessToken);

        TryLaterException told = (TryLaterException)
                Problems.thrown(Code.API_UNREACHABLE, () -> world.open().accessToken());

        assertThat(told.retryAfter()).contains(Duration.ofMinutes(10));
        assertThat(world.refreshes()).isEqualTo(1);
        world.clock().advance(Duration.ofMinutes(10));
        assertThat(world.open().accessToken()).isNotNull();
    }

    /** The answer's {@code Date} tells the time of this machine. */
    static Stream<String> tenMinutes() {
        ZonedDateTime then = ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10).plusSeconds(2);
        return Stream.of(
                "600",
                DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                        .format(then),
                DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.US)
                        .format(then),
                DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US)
                        .format(then));
    }

    @ParameterizedTest
    @MethodSource("tenMinutes")
    void a_wish_to_wait_is_a_floor_in_every_form(String retryAfter) {
        Installation foxden = world.connected();
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.retryAfter(retryAfter).html(503));
        Problems.of(Code.API_UNREACHABLE, foxden::accessToken);

        world.clock().advance(Duration.ofMinutes(9));
        Problems.of(Code.API_UNREACHABLE, foxden::accessToken);
        assertThat(world.refreshes()).isEqualTo(1);
        world.clock().advance(Duration.ofSeconds(70));
        assertThat(foxden.accessToken()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -7, 99_999_999_999L})
    void a_lifetime_that_cannot_be_true_costs_a_few_calls_an_hour(long seconds) {
        Installation foxden = world.connected();
        world.sandbox().order(REFRESH.always().with("expires_in", seconds));
        world.clock().advance(LIFETIME);

        for (int second = 0; second < 3600; second += 5) {
            assertThat(foxden.accessToken()).isNotNull();
            world.clock().advance(Duration.ofSeconds(5));
        }

        assertThat(world.refreshes()).isLessThan(70);
    }

    @Test
    void an_api_that_refuses_every_token_costs_fewer_and_fewer_refreshes_and_is_told() {
        Installation foxden = world.connected();
        world.sandbox().order(Fault.on(Target.STORE).always().oauthError(401, "invalid_token"));

        for (int minute = 0; minute < 24 * 60; minute++) {
            Problems.of(Code.API_REFUSED, () -> foxden.api().follow("fx:store"));
            world.clock().advance(Duration.ofMinutes(1));
        }

        assertThat(world.refreshes()).isLessThan(30);
        assertThat(Objects.requireNonNull(foxden.status().problem()).code()).isEqualTo(Code.API_REFUSED);
        world.sandbox().clearFaults();
        assertThat(foxden.api().follow("fx:store").text("store_name")).contains("Example Store");
    }

    @Test
    void a_token_of_four_megabytes_is_none_and_is_not_asked_for_again_and_again() {
        Installation foxden = world.connected();
        world.clock().advance(LIFETIME);
        world.sandbox().order(REFRESH.always().with("access_token", "x".repeat(4 << 20)));

        for (int second = 0; second < 600; second++) {
            Problems.of(Code.API_UNREACHABLE, foxden::accessToken);
            world.clock().advance(Duration.ofSeconds(1));
        }

        assertThat(world.refreshes()).isLessThan(6);
    }

    @Test
    void a_name_of_more_than_a_megabyte_is_cut_and_asked_for_once() {
        Installation foxden = world.installed();
        world.sandbox().order(Fault.on(Target.STORE).with("store_name", "x\u009b\u202e\n".repeat(300_000)));

        world.connect(foxden);

        String name = Objects.requireNonNull(
                Objects.requireNonNull(foxden.status().connection()).storeName());
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(200);
        assertThat(name).doesNotContain("\u009b", "\u202e", "\n");
        foxden.refresh();
        assertThat(world.sandbox().exchanges(Target.STORE)).hasSize(1);
    }

    @Test
    void a_person_is_not_kept_waiting_by_what_was_planned() {
        Installation foxden = world.connected();
        world.sandbox().order(REFRESH.times(2).retryAfter("86400").html(503));
        Problems.of(Code.API_UNREACHABLE, foxden::refresh);
        Problems.of(Code.API_UNREACHABLE, foxden::refresh);

        assertThat(foxden.refresh().problem()).isNull();
    }

    @Test
    void a_defect_of_ours_does_not_make_us_ask_every_second() {
        world.connected();
        world.clock().advance(LIFETIME);
        AtomicInteger asked = new AtomicInteger();
        Installation foxden = world.open(machinery -> machinery.withWire(http -> new DefectiveWire(asked)));

        for (int second = 0; second < 100; second++) {
            assertThatThrownBy(foxden::accessToken).isInstanceOf(RuntimeException.class);
            world.clock().advance(Duration.ofSeconds(1));
        }

        assertThat(asked).hasValueLessThan(6);
    }

    private record DefectiveWire(AtomicInteger asked) implements Wire {
        @Override
        public HttpAnswer send(HttpRequest request) {
            asked.incrementAndGet();
            throw new IllegalStateException("A defect, ordered by a test");
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
