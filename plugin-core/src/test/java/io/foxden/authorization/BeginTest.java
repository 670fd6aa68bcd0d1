package io.foxden.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.installation.InstallRequest;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.setting.Setting;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The leg to Foxy. */
class BeginTest extends InWorld {
    @Test
    void without_a_client_nobody_is_sent_to_foxy() {
        Authorization authorization = world.open().authorization();

        Problems.of(Code.NOT_INSTALLED, () -> authorization.begin(Intent.plain()));
        Problems.of(Code.NOT_INSTALLED, () -> authorization.ticket(Intent.plain()));
    }

    @Test
    void the_browser_is_sent_with_the_four_documented_parameters() {
        Departure departure = world.installed().authorization().begin(Intent.plain());

        assertThat(departure.location().toString()).startsWith(world.sandbox().authorizeUrl() + "?");
        Map<String, String> query = World.query(departure.location());
        assertThat(query.keySet()).containsExactlyInAnyOrder("response_type", "client_id", "scope", "state");
        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", world.sandbox().clients().get(0).id())
                .containsEntry("scope", "store_full_access");
    }

    @Test
    void an_authorization_endpoint_with_a_query_keeps_it() {
        // A setting cannot say so, but a record of a later version may.
        assertThat(AuthorizationRequest.of(URI.create("https://a.example/x?y=z"), "i", "a b", "s"))
                .hasToString("https://a.example/x?y=z&response_type=code&client_id=i&scope=a%20b&state=s");
    }

    @Test
    void the_configured_scope_is_asked_for_unless_the_intent_names_another() {
        Installation foxden = world.set(Setting.SCOPE, "user_full_access").installed();

        assertThat(World.query(foxden.authorization().begin(Intent.plain()).location()))
                .containsEntry("scope", "user_full_access");
        assertThat(World.query(foxden.authorization()
                        .begin(new Intent("store_full_access", null, false))
                        .location()))
                .containsEntry("scope", "store_full_access");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_full_access", "", "store_full_access user_full_access", "everything"})
    void another_scope_is_a_bad_request(String scope) {
        Authorization authorization = world.installed().authorization();

        Problems.of(Code.BAD_REQUEST, () -> authorization.begin(new Intent(scope, null, false)));
        Problems.of(Code.BAD_REQUEST, () -> authorization.ticket(new Intent(scope, null, false)));
    }

    @Test
    void a_foreign_place_to_end_on_is_a_bad_request() {
        Authorization authorization = world.installed().authorization();
        Intent intent = new Intent(null, "https://elsewhere.example/", false);

        Problems.of(Code.BAD_REQUEST, () -> authorization.begin(intent));
        Problems.of(Code.BAD_REQUEST, () -> authorization.ticket(intent));
    }

    @Test
    void state_and_cookie_have_256_bits_each_and_never_come_again() {
        Authorization authorization = world.installed().authorization();
        Set<String> values = new HashSet<>();

        for (int i = 0; i < 20; i++) {
            Departure departure = authorization.begin(Intent.plain());
            values.add(World.query(departure.location()).get("state"));
            values.add(departure.cookie().value());
        }

        assertThat(values)
                .hasSize(40)
                .allSatisfy(value ->
                        assertThat(Base64.getUrlDecoder().decode(value)).hasSize(32));
    }

    @Test
    void neither_state_nor_cookie_is_on_disk() throws IOException {
        Departure departure = world.installed().authorization().begin(Intent.plain());

        String state = World.query(departure.location()).get("state");
        try (Stream<Path> files = Files.list(world.home().resolve("records"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file))
                        .doesNotContain(state, departure.cookie().value());
                assertThat(file.getFileName().toString()).doesNotContain(state);
            }
        }
    }

    @Test
    void the_cookie_is_for_this_request_this_path_and_eleven_minutes() {
        Authorization authorization = world.installed().authorization();

        BindingCookie one = authorization.begin(Intent.plain()).cookie();
        BindingCookie two = authorization.begin(Intent.plain()).cookie();

        assertThat(one.path()).isEqualTo("/foxden");
        assertThat(one.secure()).isTrue();
        assertThat(one.maxAge()).isEqualTo(Duration.ofMinutes(11));
        assertThat(one.name()).matches("foxden_tx_[0-9a-f]{20}").isNotEqualTo(two.name());
    }

    @Test
    void on_plain_http_the_cookie_is_not_secure_or_it_would_not_come_back() {
        Installation foxden = world.open();
        foxden.install(World.request("http://localhost:8080/app"));

        BindingCookie cookie = foxden.authorization().begin(Intent.plain()).cookie();

        assertThat(cookie.secure()).isFalse();
        assertThat(cookie.path()).isEqualTo("/app/foxden");
    }

    @Test
    void nothing_of_value_is_printed() {
        Authorization authorization = world.installed().authorization();
        Departure departure = authorization.begin(Intent.plain());
        Ticket ticket = authorization.ticket(Intent.plain());
        CallbackQuery query = new CallbackQuery("the-state", "the-code", null, null);

        assertThat(List.of(departure, departure.cookie(), ticket, query).toString())
                .doesNotContain(
                        World.query(departure.location()).get("state"),
                        departure.cookie().value(),
                        World.query(ticket.startUrl()).get("ticket"),
                        "the-state",
                        "the-code");
    }

    @Test
    void a_connected_store_is_not_asked_about_again_unless_that_is_meant() {
        Authorization authorization = world.connected().authorization();

        assertThat(Problems.of(Code.ALREADY_CONNECTED, () -> authorization.begin(Intent.plain()))
                        .detail())
                .contains("store_full_access store_id_3200");
        Problems.of(Code.ALREADY_CONNECTED, () -> authorization.ticket(Intent.plain()));
        assertThat(authorization.begin(new Intent(null, null, true))).isNotNull();
        assertThat(authorization.ticket(new Intent(null, null, true))).isNotNull();
    }

    @Test
    void a_client_that_foxy_refuses_has_to_be_replaced_first() {
        Installation foxden = world.connected();
        world.sandbox().deleteClient(world.sandbox().clients().get(0).id());
        Problems.of(Code.CLIENT_UNKNOWN, foxden::refresh);
        Intent again = new Intent(null, null, true);

        Problems.of(Code.CLIENT_UNKNOWN, () -> foxden.authorization().begin(again));

        foxden.install(new InstallRequest(null, null, Map.of()));
        assertThat(foxden.authorization().begin(again)).isNotNull();
    }

    @Test
    void bad_settings_forbid_a_beginning() {
        world.installed();
        Authorization authorization =
                world.set(Setting.HTTP_READ_TIMEOUT, "soon").open().authorization();

        Problems.of(Code.BAD_SETTING, () -> authorization.begin(Intent.plain()));
        Problems.of(Code.BAD_SETTING, () -> authorization.ticket(Intent.plain()));
    }

    @Test
    void requests_that_nobody_finished_are_cleared_away() throws IOException {
        Authorization authorization = world.installed().authorization();
        for (int i = 0; i < 5; i++) {
            authorization.begin(Intent.plain());
            authorization.ticket(Intent.plain());
        }
        world.clock().advance(Duration.ofMinutes(10));
        authorization.begin(Intent.plain());
        authorization.ticket(Intent.plain());
        authorization.prune(100);

        try (Stream<Path> files = Files.list(world.home().resolve("records"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("(tx|ticket)-.*\\.json")))
                    .hasSize(2);
        }
    }

    @Test
    void a_damaged_record_of_another_request_keeps_nobody_from_connecting() throws IOException {
        Installation foxden = world.installed();
        foxden.authorization().begin(Intent.plain());
        foxden.authorization().ticket(Intent.plain());
        try (Stream<Path> files = Files.list(world.home().resolve("records"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("tx-") || name.startsWith("ticket-")) {
                    Files.writeString(file, "{\"format\":1");
                }
            }
        }

        assertThat(world.connect(foxden).outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(foxden.authorization().ticket(new Intent(null, null, true))).isNotNull();
    }
}
