package io.foxden.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.problem.Problem;
import io.foxden.setting.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line takes from the web application on its home. */
class EffectiveSettingsTest {
    @TempDir
    Path home;

    @BeforeEach
    void applicationWithSettingsThatItAloneSees() throws IOException {
        Settings application = Surroundings.none()
                .commandLine(Setting.HOME, home.toString())
                .contextParameters(Map.of(
                        "foxden.client-id-prefix", "kiosk_",
                        "foxden.company-name", "Küche \\ Söhne",
                        "foxden.admin.token", "a-token-of-more-than-twenty-characters",
                        "foxden.http.proxy", "http://proxy.example.com:3128"))
                .read();
        Files.write(
                home.resolve(EffectiveSettings.FILE), application.effective().bytes());
    }

    private Surroundings commandLine() {
        return Surroundings.none().commandLine(Setting.HOME, home.toString()).besideApplication(null);
    }

    @Test
    void the_command_line_works_with_what_the_application_works_with() {
        Settings settings = commandLine().read();

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.clientIdPrefix()).isEqualTo("kiosk_");
        assertThat(settings.details().parameters()).containsEntry("company_name", "Küche \\ Söhne");
        assertThat(settings.http().proxy()).hasHost("proxy.example.com");
    }

    @Test
    void no_secret_and_no_home_is_told() throws IOException {
        assertThat(Files.readString(home.resolve(EffectiveSettings.FILE)))
                .doesNotContain("a-token-of", "foxden.home", "admin.token");
    }

    @Test
    void who_is_not_the_command_line_does_not_read_it() {
        Settings settings =
                Surroundings.none().commandLine(Setting.HOME, home.toString()).read();

        assertThat(settings.clientIdPrefix()).isEqualTo("foxden_");
    }

    @Test
    void surroundings_that_say_otherwise_are_refused_and_a_default_counts_as_said() {
        Settings settings = commandLine()
                .environment(Map.of("FOXDEN_CLIENT_ID_PREFIX", "other_", "FOXDEN_ENVIRONMENT", "sandbox"))
                .read();

        assertThat(settings.problems())
                .extracting(Problem::detail)
                .satisfiesExactlyInAnyOrder(
                        what -> assertThat(what)
                                .startsWith("FOXDEN_CLIENT_ID_PREFIX in the environment is 'other_', but the web"
                                        + " application on this home works with 'kiosk_' (file " + home),
                        what -> assertThat(what)
                                .startsWith("FOXDEN_ENVIRONMENT in the environment is 'sandbox', but the web"
                                        + " application on this home works with the default (file "));
    }

    @Test
    void surroundings_that_say_the_same_or_speak_of_this_process_only_are_not() {
        Settings settings = commandLine()
                .environment(Map.of(
                        "FOXDEN_CLIENT_ID_PREFIX", "kiosk_",
                        "FOXDEN_ENVIRONMENT", "production",
                        "FOXDEN_LANGUAGE", "en",
                        "FOXDEN_HTTP_PROXY", "http://other.example.com:3128"))
                .read();

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.http().proxy()).hasHost("other.example.com");
    }

    @Test
    void an_option_says_otherwise_on_purpose() throws IOException {
        Path file = Files.writeString(home.resolve("mine.properties"), "foxden.client-id-prefix=mine_\n");

        Settings settings =
                commandLine().commandLine(Setting.CONFIG, file.toString()).read();

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.clientIdPrefix()).isEqualTo("mine_");
    }

    @Test
    void a_file_of_a_newer_version_is_taken_for_what_is_known_of_it() throws IOException {
        Files.writeString(
                home.resolve(EffectiveSettings.FILE), "foxden.of-the-future=1\nfoxden.client-id-prefix=kiosk_\n");

        Settings settings = commandLine().read();

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.clientIdPrefix()).isEqualTo("kiosk_");
    }

    @Test
    void what_changed_is_told_by_name() {
        EffectiveSettings before = EffectiveSettings.read("a = 1\nb = 2\nc = 3\n".getBytes(StandardCharsets.UTF_8));
        EffectiveSettings after = EffectiveSettings.read("a = 1\nb = 4\nd = 5\n".getBytes(StandardCharsets.UTF_8));

        assertThat(after.changedSince(before)).containsExactly("b", "c", "d");
        assertThat(EffectiveSettings.read(new byte[] {(byte) 0xff}).changedSince(after))
                .hasSize(3);
    }
}
