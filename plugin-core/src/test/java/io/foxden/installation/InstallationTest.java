package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.foxden.Phase;
import io.foxden.doctor.Presence;
import io.foxden.event.Told;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.secret.Secret;
import io.foxden.setting.Setting;
import io.foxden.setting.SiteAddress;
import io.foxden.store.Lease;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.Records;
import io.foxden.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The facade's own part: opening and closing, the background thread, what is remembered for the command line. */
class InstallationTest extends InWorld {
    @Test
    void to_open_asks_nothing_of_foxy_and_makes_the_home() {
        assertThat(Installation.exists(world.settings())).isFalse();

        Installation foxden = world.open();

        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
        assertThat(world.home()).isDirectory();
        assertThat(Installation.exists(world.settings())).isTrue();
        assertThat(world.sandbox().exchanges()).isEmpty();
    }

    @Test
    void to_open_with_foxy_gone_is_no_different() {
        world.connected();
        world.sandbox().close();

        Installation foxden = world.open().start();

        assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(foxden.accessToken()).isNotNull();
    }

    @Test
    void a_home_that_is_a_file_cannot_be_used() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(Problems.of(
                                Code.HOME_UNUSABLE,
                                () -> world.set(Setting.HOME, file.toString()).open())
                        .detail())
                .contains(file.toString());
    }

    @Test
    void an_identity_that_cannot_be_read_is_said_and_not_replaced() throws IOException {
        world.installed();
        Path identity = world.home().resolve("records/installation.json");
        Path copy = world.home().resolve("records/installation.json.prev");
        Files.writeString(identity, "torn");
        Files.writeString(copy, "torn");

        Problems.of(Code.RECORD_UNREADABLE, world::open);

        assertThat(identity).hasContent("torn");
        assertThat(copy).hasContent("torn");
    }

    @Test
    void the_background_thread_replaces_a_token_that_is_due() {
        Installation foxden = world.connected().start();
        Secret token = foxden.accessToken();

        world.clock().advance(Duration.ofMinutes(116));

        await().until(() -> !foxden.accessToken().equals(token));
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void the_background_thread_sees_a_disconnect_in_another_process() {
        Installation server = world.connected().start();
        server.accessToken();

        world.open().disconnect();

        await().untilAsserted(() -> Problems.of(Code.NOT_CONNECTED, server::accessToken));
    }

    @Test
    void the_background_thread_names_a_store_whose_name_could_not_be_read_before() {
        Installation server = world.installed().start();
        world.sandbox().order(Fault.on(Target.STORE).times(2).html(502));
        world.connect(server);
        await().until(() -> world.sandbox().exchanges(Target.STORE).size() == 2);
        assertThat(server.status().connection())
                .isNotNull()
                .satisfies(connection -> assertThat(connection.storeName()).isNull());

        world.clock().advance(Duration.ofMinutes(1));

        await().untilAsserted(() -> assertThat(server.status().connection())
                .isNotNull()
                .satisfies(connection -> assertThat(connection.storeName()).isEqualTo("Example Store")));
    }

    @Test
    void the_background_thread_ends_with_it() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Installation foxden = world.connected().start();
        await().until(() -> upkeepThreads(before) == 1);

        foxden.close();

        await().until(() -> upkeepThreads(before) == 0);
    }

    @Test
    void to_close_twice_or_unopened_does_no_harm() {
        Installation foxden = world.open();

        foxden.close();
        foxden.close();
    }

    @Test
    void a_setting_that_changed_between_two_starts_is_in_the_history() {
        Presence here = new Presence("/foxden", "a test", List.of());
        world.open().deployed(here).deployed(here).close();
        world.set(Setting.SCOPE, "user_full_access");

        List<String> told = world.open().deployed(here).history(10).stream()
                .map(Told::event)
                .toList();

        assertThat(told).containsExactly("setting_changed");
    }

    @Test
    void where_the_web_application_answers_is_remembered_for_the_command_line() {
        world.set(Setting.BASE_PATH, null).set(Setting.SITE_URL, World.SITE);
        world.open().deployed(new Presence("/foxden", "a test", List.of()));

        assertThat(world.open().site()).map(SiteAddress::redirectUri).contains(World.CALLBACK);
    }

    @Test
    void the_registered_address_counts_more_than_the_setting() {
        world.installed();

        Installation foxden =
                world.set(Setting.SITE_URL, "https://moved.example.com").open();

        assertThat(foxden.site()).map(SiteAddress::redirectUri).contains(World.CALLBACK);
    }

    @Test
    void a_client_registered_under_another_base_path_keeps_its_redirect_uri() {
        world.installed();

        Installation foxden = world.set(Setting.BASE_PATH, "/elsewhere").open();

        assertThat(foxden.site()).map(SiteAddress::redirectUri).contains(World.CALLBACK);
        assertThat(world.connect(foxden).outcome().word()).isEqualTo("connected");
    }

    @Test
    void a_reset_forgets_the_address_and_keeps_the_details_as_proposals() {
        Installation foxden = world.installed();

        foxden.reset();

        assertThat(foxden.site()).isEmpty();
        assertThat(foxden.form(null).fields())
                .anySatisfy(field -> assertThat(field.value()).isEqualTo("eve@example.com"));
        assertThat(foxden.reset().status().phase()).isEqualTo(Phase.NEW);
    }

    @Test
    void an_installation_somebody_else_is_at_work_on_is_locked() {
        Installation foxden = world.open();
        try (Records records = Records.of(world);
                Lease lease = records.store().lease("registration", Duration.ZERO)) {
            Thread.currentThread().interrupt();
            Problems.of(Code.LOCKED, () -> World.install(foxden));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(World.install(foxden).registered()).isTrue();
    }

    @Test
    void a_token_that_comes_while_the_disk_is_full_is_used_and_written_when_there_is_room() {
        world.sandbox().behave(b -> b.withRotateRefreshTokens(true));
        world.connected();
        AtomicBoolean full = new AtomicBoolean(true);
        Installation foxden = world.open(machinery -> machinery.withSteps(step -> {
            if (step.startsWith("connection-") && full.get()) {
                throw new OperatorException(Code.HOME_UNUSABLE, "The disk is full.");
            }
        }));
        world.clock().advance(Duration.ofHours(2));

        Secret token = foxden.accessToken();
        assertThat(foxden.accessToken()).isEqualTo(token);
        assertThat(foxden.status().problem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.STORE_UNREACHABLE);
            assertThat(problem.detail()).contains("The disk is full.");
        });

        full.set(false);
        foxden.close();
        assertThat(world.open().accessToken()).isEqualTo(token);
        assertThat(world.open().refresh().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(world.refreshes()).isEqualTo(2);
    }

    private static long upkeepThreads(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> thread.getName().startsWith("foxden-upkeep"))
                .count();
    }
}
