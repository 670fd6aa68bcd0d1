package io.foxden.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.doctor.Check;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.problem.TryLaterException;
import io.foxden.setting.Setting;
import io.foxden.testkit.account.Client;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.Records;
import io.foxden.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LostAnswerTest extends InWorld {
    private static final Fault.Order REGISTRATION = Fault.on(Target.CREATE_CLIENT);

    static Stream<Fault> answers_that_tell_nothing() {
        return Stream.of(
                REGISTRATION.dropBefore(),
                REGISTRATION.dropAfter(),
                REGISTRATION.truncate(),
                REGISTRATION.fxErrors(500, "Something broke."),
                REGISTRATION.fxErrors(503, "Maintenance."),
                REGISTRATION.retryAfter("7").fxErrors(429, "Slow down."),
                REGISTRATION.html(200),
                REGISTRATION.html(404),
                REGISTRATION.html(502),
                REGISTRATION.garbage(201),
                REGISTRATION.empty(201),
                REGISTRATION.afterProcessing().html(502),
                REGISTRATION.afterProcessing().garbage(201));
    }

    @ParameterizedTest
    @MethodSource("answers_that_tell_nothing")
    void an_unclear_answer_leaves_the_registration_open_and_the_next_install_settles_it(Fault fault) {
        Installation foxden = world.open();
        world.sandbox().order(fault);

        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));

        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERING);
        assertThat(Objects.requireNonNull(foxden.status().problem()).code()).isEqualTo(Code.REGISTRATION_AMBIGUOUS);
        assertThat(World.install(world.open()).registered()).isTrue();
        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERED);
        assertThat(world.sandbox().clients()).extracting(Client::id).contains(clientId(foxden));
    }

    @Test
    void where_nothing_was_registered_the_next_install_asks_with_the_same_id() {
        Installation foxden = world.open();
        world.sandbox().order(REGISTRATION.html(502));
        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));
        String asked = foxdensAttempt();

        World.install(foxden);

        assertThat(clientId(foxden)).isEqualTo(asked);
        assertThat(world.sandbox().postsToClients()).isEqualTo(2);
        assertThat(abandoned(foxden)).isEmpty();
    }

    @Test
    void where_the_client_exists_its_id_is_abandoned_and_one_fresh_id_is_tried() {
        Installation foxden = world.open();
        world.sandbox().order(REGISTRATION.dropAfter());
        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));
        String lost = world.sandbox().clients().get(0).id();

        World.install(foxden);

        assertThat(clientId(foxden)).isNotEqualTo(lost);
        assertThat(world.sandbox().postsToClients()).isEqualTo(3);
        assertThat(world.sandbox().clients()).hasSize(2);
        assertThat(abandoned(foxden))
                .singleElement()
                .satisfies(check -> assertThat(check.detail()).contains(lost, "answer_lost"));
    }

    @Test
    void refused_twice_the_refusal_is_shown_and_the_lost_id_stays_on_the_list() {
        Installation foxden = world.open();
        world.sandbox().order(REGISTRATION.dropAfter());
        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));
        String lost = world.sandbox().clients().get(0).id();
        world.sandbox().order(REGISTRATION.nth(2).fxErrors(400, "No more clients for you."));

        Problem problem = Problems.of(Code.REGISTRATION_REJECTED, () -> World.install(foxden));

        assertThat(problem.detail()).contains("No more clients for you.");
        assertThat(problem.logref()).startsWith("id-");
        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
        assertThat(abandoned(foxden))
                .singleElement()
                .satisfies(check -> assertThat(check.detail()).contains(lost));
        assertThat(world.sandbox().postsToClients()).isEqualTo(3);
        assertThat(World.install(foxden).registered()).isTrue();
        assertThat(world.sandbox().postsToClients()).isEqualTo(4);
    }

    @Test
    void a_fresh_id_whose_answer_is_lost_too_is_asked_for_again() {
        Installation foxden = world.open();
        world.sandbox().order(REGISTRATION.dropAfter());
        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));
        world.sandbox().order(REGISTRATION.nth(2).html(502));

        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));

        String second = foxdensAttempt();
        World.install(foxden);
        assertThat(clientId(foxden)).isEqualTo(second);
        assertThat(abandoned(foxden)).hasSize(1);
    }

    @Test
    void a_time_out_leaves_the_registration_open() {
        Installation foxden = world.set(Setting.HTTP_READ_TIMEOUT, "300ms").open();
        world.sandbox().order(REGISTRATION.delayAfter(Duration.ofMillis(900)));

        Problem problem = Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));

        assertThat(problem.detail()).contains(world.sandbox().apiUrl().getHost());
        assertThat(foxden.status().phase()).isEqualTo(Phase.REGISTERING);
    }

    @Test
    void the_logref_and_the_wish_to_wait_are_passed_on() {
        Installation foxden = world.open();
        world.sandbox().order(REGISTRATION.retryAfter("7").fxErrors(503, "Maintenance."));

        FoxdenException failure = Problems.thrown(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));

        assertThat(failure)
                .isInstanceOfSatisfying(
                        TryLaterException.class,
                        later -> assertThat(later.retryAfter()).contains(Duration.ofSeconds(7)));
        assertThat(failure.problem().detail()).contains("Maintenance.");
        assertThat(failure.problem().logref()).startsWith("id-");
    }

    @Test
    void a_foxy_that_cannot_be_reached_is_no_beginning() {
        Installation foxden = world.open();
        world.sandbox().close();

        Problems.of(Code.API_UNREACHABLE, () -> World.install(foxden));

        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
        assertThat(world.record("client")).isEmpty();
    }

    @Test
    void a_home_page_that_does_not_answer_is_no_beginning() {
        Installation foxden = world.open();
        world.sandbox().order(Fault.on(Target.HOME).html(503));

        Problems.of(Code.API_UNREACHABLE, () -> World.install(foxden));

        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
        assertThat(world.sandbox().postsToClients()).isZero();
        assertThat(World.install(foxden).registered()).isTrue();
    }

    @Test
    void a_link_to_a_foreign_host_is_not_followed() {
        Installation foxden = world.open();
        world.sandbox().behave(b -> b.withLinksToTwin(true));

        Problems.of(Code.UNTRUSTED_LINK, () -> World.install(foxden));

        assertThat(world.sandbox().postsToClients()).isZero();
        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
    }

    @Test
    void an_id_that_is_asked_for_again_keeps_its_first_date() {
        Installation foxden = world.open();
        world.sandbox().order(REGISTRATION.times(2).html(502));
        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));
        String began = world.clock().instant().toString();
        world.clock().advance(Duration.ofHours(3));

        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));

        assertThat(Objects.requireNonNull(foxden.status().problem()).detail()).contains(began);
        assertThat(check(foxden, "registration"))
                .anySatisfy(check -> assertThat(check.detail()).contains(began, "2 time(s)"));
    }

    @Test
    void a_reset_ends_a_registration_without_an_answer() {
        Installation foxden = world.open();
        world.sandbox().order(REGISTRATION.dropAfter());
        Problems.of(Code.REGISTRATION_AMBIGUOUS, () -> World.install(foxden));

        foxden.reset();

        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
        assertThat(abandoned(foxden)).hasSize(1);
        World.install(foxden);
        assertThat(world.sandbox().postsToClients()).isEqualTo(2);
    }

    /** The id of the registration without an answer. */
    private String foxdensAttempt() {
        try (Records records = Records.of(world)) {
            ClientJournal journals = new ClientJournal(records.store(), records.vault(), world.clock());
            return journals.openId(
                    Objects.requireNonNull(journals.read().attempt()).id());
        }
    }

    private static String clientId(Installation foxden) {
        return Objects.requireNonNull(
                Objects.requireNonNull(foxden.status().client()).clientId());
    }

    private static List<Check> abandoned(Installation foxden) {
        return check(foxden, "abandoned").stream()
                .filter(check -> check.remedy() != null)
                .toList();
    }

    private static List<Check> check(Installation foxden, String name) {
        return foxden.doctor().checks().stream()
                .filter(check -> check.name().equals(name))
                .toList();
    }
}
