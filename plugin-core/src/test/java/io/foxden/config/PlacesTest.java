package io.foxden.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.problem.OperatorException;
import io.foxden.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a web application's home is when nobody says. */
class PlacesTest {
    @TempDir
    Path folder;

    private Path base;
    private Path account;
    private final Properties system = new Properties();

    @BeforeEach
    void setUp() {
        base = folder.resolve("tomcat");
        account = folder.resolve("account");
        system.setProperty("catalina.base", base.toString());
        system.setProperty("user.home", account.toString());
    }

    @Test
    void in_a_server_that_lasts_it_is_beside_the_server_and_in_an_embedded_one_with_the_account() {
        assertThat(shop().read().home()).isEqualTo(base.resolve("foxden/shop"));
        assertThat(shop().lasting(false).read().home()).isEqualTo(account.resolve(".foxden/shop"));
    }

    @Test
    void what_systemd_keeps_for_the_service_comes_first_unless_somebody_lives_beside_the_server() throws IOException {
        Path state = folder.resolve("state");
        Map<String, String> service = Map.of("STATE_DIRECTORY", state + ":" + folder.resolve("second"));

        assertThat(shop().environment(service).read().home()).isEqualTo(state.resolve("foxden/shop"));
        live(base.resolve("foxden/shop"));
        assertThat(shop().environment(service).read().home()).isEqualTo(base.resolve("foxden/shop"));
    }

    @Test
    void virtual_hosts_have_homes_of_their_own_and_the_default_one_keeps_the_name_of_the_context() {
        assertThat(shop().virtualHost("").read().home()).isEqualTo(base.resolve("foxden/shop"));
        assertThat(shop().virtualHost("B.example.com").read().home())
                .isEqualTo(base.resolve("foxden/shop@b.example.com"));
        assertThat(shop().virtualHost("b.example.com").former(true).read().home())
                .isEqualTo(base.resolve("foxden/shop"));
    }

    @Test
    void where_else_somebody_lives_who_may_be_meant_is_known_and_not_used() throws IOException {
        assertThat(shop().read().otherHomes()).isEmpty();
        Path other = live(account.resolve(".foxden/shop"));
        live(account.resolve(".foxden/another"));

        assertThat(shop().read().home()).isEqualTo(base.resolve("foxden/shop"));
        assertThat(shop().read().otherHomes()).containsExactly(other);
        assertThat(shop().commandLine(Setting.HOME, other.toString()).read().otherHomes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "", "home"})
    void an_account_without_a_folder_has_no_home_there(String told) {
        system.setProperty("user.home", told);

        assertThat(shop().read().problems()).isEmpty();
        Settings embedded = shop().lasting(false).read();
        assertThat(embedded.homeKnown()).isFalse();
        assertThatThrownBy(embedded::home)
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("Set foxden.home to an absolute path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~/foxden", "foxden", "./foxden", "../foxden"})
    void a_home_that_counts_from_somewhere_else_is_refused(String home) {
        Settings settings = shop().commandLine(Setting.HOME, home).read();

        assertThat(settings.homeKnown()).isFalse();
        assertThat(settings.problems()).hasSize(1);
    }

    @Test
    void text_that_could_not_be_read_is_refused_with_the_cause() {
        Settings settings = shop().environment(Map.of("FOXDEN_COMPANY_NAME", "F\uFFFD\uFFFDchse"))
                .read();

        assertThat(settings.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).contains("FOXDEN_COMPANY_NAME", "LC_ALL=C.UTF-8"));
    }

    private Surroundings shop() {
        return Surroundings.none().systemProperties(system).contextPath("/shop");
    }

    private static Path live(Path home) throws IOException {
        Files.createDirectories(home.resolve("records"));
        return home;
    }
}
