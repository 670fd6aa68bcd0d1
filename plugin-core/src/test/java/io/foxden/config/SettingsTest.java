package io.foxden.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.secret.Secret;
import io.foxden.setting.DetailField;
import io.foxden.setting.HttpSettings;
import io.foxden.setting.Mode;
import io.foxden.setting.ProjectDetails;
import io.foxden.setting.Setting;
import io.foxden.setting.VaultKeySource;
import io.foxden.words.Message;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void without_any_source_all_settings_have_their_defaults() {
        Settings settings = Surroundings.none().read();

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.warnings()).isEmpty();
        assertThat(settings.given()).isEmpty();
        assertThat(settings.home()).endsWithRaw(Path.of(".foxden", "foxden")).isAbsolute();
        assertThat(settings.mode()).isEqualTo(Mode.DISTRIBUTED);
        assertThat(settings.apiUrl()).isEqualTo(URI.create("https://api.foxy.io/"));
        assertThat(settings.authorizeUrl()).isEqualTo(URI.create("https://auth.foxy.io/authorize"));
        assertThat(settings.addressesGiven()).isFalse();
        assertThat(settings.siteUrl()).isEmpty();
        assertThat(settings.basePath()).isEmpty();
        assertThat(settings.clientIdPrefix()).isEqualTo("foxden_");
        assertThat(settings.scope()).isEqualTo("store_full_access");
        assertThat(settings.details()).isEqualTo(ProjectDetails.none());
        assertThat(settings.vaultKey()).isEqualTo(new VaultKeySource.Generated());
        assertThat(settings.adminToken()).isEmpty();
        assertThat(settings.adminRole()).isEqualTo("foxden-admin");
        assertThat(settings.trustedProxies().isEmpty()).isTrue();
        assertThat(settings.http()).isEqualTo(new HttpSettings(null, Duration.ofSeconds(5), Duration.ofSeconds(20)));
    }

    @Test
    void each_source_wins_over_the_ones_below_it() throws IOException {
        Surroundings surroundings = Surroundings.none();
        Path home = Files.createDirectories(folder.resolve("home"));
        surroundings.vendor(vendor("foxden.admin.role=vendor\nfoxden.home=" + home));
        assertThat(surroundings.read().adminRole()).isEqualTo("vendor");

        Files.writeString(home.resolve("foxden.properties"), "foxden.admin.role=file\n");
        assertThat(surroundings.read().adminRole()).isEqualTo("file");

        surroundings.contextParameters(Map.of("foxden.admin.role", "context"));
        assertThat(surroundings.read().adminRole()).isEqualTo("context");

        surroundings.environment(Map.of("FOXDEN_ADMIN_ROLE", "environment"));
        assertThat(surroundings.read().adminRole()).isEqualTo("environment");

        surroundings.systemProperties(properties("foxden.admin.role", "property"));
        assertThat(surroundings.read().adminRole()).isEqualTo("property");

        surroundings.commandLine(Setting.ADMIN_ROLE, "option");
        Settings settings = surroundings.read();
        assertThat(settings.adminRole()).isEqualTo("option");
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void a_setting_tells_where_it_comes_from() {
        Settings settings = Surroundings.none()
                .environment(Map.of("FOXDEN_SCOPE", "user_full_access"))
                .systemProperties(properties("foxden.environment", "sandbox"))
                .read();

        assertThat(settings.sourceOf(Setting.SCOPE).map(Message::toString)).contains("FOXDEN_SCOPE in the environment");
        assertThat(settings.sourceOf(Setting.ENVIRONMENT).map(Message::toString))
                .contains("foxden.environment among the system properties");
        assertThat(settings.sourceOf(Setting.HOME)).isEmpty();
        assertThat(settings.given()).containsExactlyInAnyOrder(Setting.SCOPE, Setting.ENVIRONMENT);
    }

    @Test
    void the_environment_of_foxy_picks_both_addresses_unless_they_are_given() {
        Settings sandbox = options(Map.of(Setting.ENVIRONMENT, "sandbox"));
        assertThat(sandbox.apiUrl()).isEqualTo(URI.create("https://api-sandbox.foxycart.com/"));
        assertThat(sandbox.authorizeUrl()).isEqualTo(URI.create("https://my-sandbox.foxycart.com/authorize"));
        assertThat(sandbox.addressesGiven()).isTrue();

        Settings own = options(
                Map.of(Setting.API_URL, "http://127.0.0.1:9/hapi", Setting.AUTHORIZE_URL, "http://127.0.0.1:9/ask"));
        assertThat(own.apiUrl()).isEqualTo(URI.create("http://127.0.0.1:9/hapi"));
        assertThat(own.authorizeUrl()).isEqualTo(URI.create("http://127.0.0.1:9/ask"));
        assertThat(own.addressesGiven()).isTrue();
    }

    @Test
    void of_addresses_that_are_partly_bad_none_counts_as_given() {
        assertThat(options(Map.of(Setting.API_URL, "htp://127.0.0.1:9/")).addressesGiven())
                .isFalse();
        assertThat(options(Map.of(Setting.ENVIRONMENT, "sandpit", Setting.API_URL, "http://127.0.0.1:9/"))
                        .addressesGiven())
                .isFalse();
    }

    @Test
    void the_home_is_beside_the_server_under_the_contexts_name() {
        Settings tomcat = Surroundings.none()
                .systemProperties(properties("catalina.base", folder.toString()))
                .contextPath("/shop/eu")
                .read();
        assertThat(tomcat.home()).isEqualTo(folder.resolve("foxden").resolve("shop#eu"));

        Settings told = Surroundings.none()
                .systemProperties(properties("jetty.base", "/elsewhere"))
                .serverBase(folder)
                .contextPath("")
                .read();
        assertThat(told.home()).isEqualTo(folder.resolve("foxden").resolve("ROOT"));
    }

    @Test
    void the_home_is_the_accounts_where_there_is_no_server() {
        Settings settings = Surroundings.none()
                .systemProperties(properties("user.home", folder.toString()))
                .read();

        assertThat(settings.home()).isEqualTo(folder.resolve(".foxden").resolve("foxden"));
    }

    @Test
    void a_file_that_is_named_may_give_the_home() throws IOException {
        Path file = Files.writeString(folder.resolve("other.properties"), "foxden.home=state\nfoxden.admin.role=x\n");
        Path home = Files.createDirectories(folder.resolve("state"));
        Files.writeString(home.resolve("foxden.properties"), "foxden.admin.role=not this one\n");

        Settings settings = options(Map.of(Setting.CONFIG, file.toString()));

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.home()).isEqualTo(home);
        assertThat(settings.adminRole()).isEqualTo("x");
    }

    @Test
    void a_file_found_through_the_home_cannot_give_another_home() throws IOException {
        Files.writeString(folder.resolve("foxden.properties"), "foxden.home=/elsewhere\nfoxden.config=/else\n");

        Settings settings = options(Map.of(Setting.HOME, folder.toString()));

        assertThat(settings.home()).isEqualTo(folder);
        assertThat(settings.problems())
                .hasSize(2)
                .allSatisfy(problem ->
                        assertThat(problem.detail()).contains("has no effect", folder + "/foxden.properties"));
    }

    @Test
    void a_file_begun_with_a_byte_order_mark_and_written_in_utf_8_is_understood() throws IOException {
        Files.writeString(folder.resolve("foxden.properties"), "\uFEFFfoxden.company-name=Käse & Söhne\n");

        Settings settings = options(Map.of(Setting.HOME, folder.toString()));

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.details().value(DetailField.COMPANY_NAME)).contains("Käse & Söhne");
    }

    @Test
    void blanks_around_a_value_do_not_count() {
        assertThat(options(Map.of(Setting.SCOPE, " user_full_access ")).scope()).isEqualTo("user_full_access");
    }

    @Test
    void the_site_is_written_in_one_form() {
        assertThat(options(Map.of(Setting.SITE_URL, "HTTPS://Shop.Example.COM:443/App/"))
                        .siteUrl())
                .contains(URI.create("https://shop.example.com/App"));
        assertThat(options(Map.of(Setting.SITE_URL, "http://[::1]:8080")).siteUrl())
                .contains(URI.create("http://[::1]:8080"));
    }

    @Test
    void the_base_path_is_what_is_given_else_what_the_surroundings_say() {
        assertThat(Surroundings.none().basePath("/foxden").read().basePath()).contains("/foxden");
        assertThat(Surroundings.none()
                        .basePath("/foxden")
                        .commandLine(Setting.BASE_PATH, "/pay/fox/")
                        .read()
                        .basePath())
                .contains("/pay/fox");
        assertThat(Surroundings.none()
                        .basePath("/foxden")
                        .commandLine(Setting.BASE_PATH, "")
                        .read()
                        .basePath())
                .contains("");
        assertThat(options(Map.of(Setting.BASE_PATH, "/")).basePath()).contains("");
    }

    @Test
    void the_details_know_what_the_vendor_fixed() throws IOException {
        Settings settings = Surroundings.none()
                .vendor(vendor("foxden.company-name=Acme\nfoxden.contact-name=Vera\n"))
                .commandLine(Setting.CONTACT_NAME, "Oskar")
                .read();

        assertThat(settings.details().value(DetailField.COMPANY_NAME)).contains("Acme");
        assertThat(settings.details().fixedByVendor(DetailField.COMPANY_NAME)).isTrue();
        assertThat(settings.details().value(DetailField.CONTACT_NAME)).contains("Oskar");
        assertThat(settings.details().fixedByVendor(DetailField.CONTACT_NAME)).isFalse();
    }

    @Test
    void secrets_can_be_given_in_files() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "  a-long-token-from-a-file\r\n");
        Path phrase = Files.writeString(folder.resolve("phrase"), "correct horse\n");

        Settings settings = Surroundings.none()
                .environment(Map.of("FOXDEN_ADMIN_TOKEN_FILE", token.toString()))
                .systemProperties(properties("foxden.vault.passphrase-file", phrase.toString()))
                .read();

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.adminToken().orElseThrow().reveal()).isEqualTo("a-long-token-from-a-file");
        assertThat(settings.vaultKey())
                .isInstanceOfSatisfying(
                        VaultKeySource.Passphrase.class,
                        given -> assertThat(given.passphrase().reveal()).isEqualTo("correct horse"));
    }

    @Test
    void the_vaults_key_file_is_left_for_the_vault_to_read() throws IOException {
        Path file = Files.writeString(folder.resolve("foxden.properties"), "foxden.vault.key-file=keys/foxden.key\n");

        Settings settings = options(Map.of(Setting.HOME, folder.toString()));

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.vaultKey())
                .isEqualTo(new VaultKeySource.File(file.resolveSibling("keys").resolve("foxden.key")));
    }

    @Test
    void a_given_key_is_base64_in_either_alphabet() {
        String key = "-_".repeat(21) + "8=";
        assertThat(options(Map.of(Setting.VAULT_KEY, key)).vaultKey()).isInstanceOf(VaultKeySource.Given.class);
        assertThat(options(Map.of(Setting.VAULT_KEY, key.replace('-', '+').replace('_', '/')))
                        .vaultKey())
                .isInstanceOf(VaultKeySource.Given.class);
    }

    @Test
    void timeouts_and_the_proxy_have_units_and_forms() {
        HttpSettings http = options(Map.of(
                        Setting.HTTP_PROXY, "http://proxy.example:3128/",
                        Setting.HTTP_CONNECT_TIMEOUT, "500ms",
                        Setting.HTTP_READ_TIMEOUT, "2m"))
                .http();

        assertThat(http.proxy()).isEqualTo(URI.create("http://proxy.example:3128"));
        assertThat(http.connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(http.readTimeout()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void the_proxy_may_want_to_know_who_asks() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "p4ss word\n");
        Settings settings = Surroundings.none()
                .environment(Map.of(
                        "FOXDEN_HTTP_PROXY", "http://proxy.example:3128",
                        "FOXDEN_HTTP_PROXY_USER", "foxden",
                        "FOXDEN_HTTP_PROXY_PASSWORD_FILE", file.toString()))
                .read();

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.http().proxyLogin())
                .isEqualTo(new HttpSettings.ProxyLogin("foxden", Secret.of("p4ss word")));
        assertThat(settings.toString() + settings.http()).doesNotContain("p4ss");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Dhttps.proxyHost=proxy.example -Dhttps.proxyPort=3128 | The system property https.proxyHost names the proxy proxy.example:3128,",
                "-Dhttp.proxyHost=proxy.example                         | The system property http.proxyHost names the proxy proxy.example,",
                "HTTPS_PROXY=http://me:p4ss@proxy.example:3128/         | The environment's HTTPS_PROXY names the proxy proxy.example:3128,",
                "https_proxy=proxy.example:3128                         | The environment's https_proxy names the proxy proxy.example:3128,",
                "HTTP_PROXY=p4ss\u202e!                                 | The environment's HTTP_PROXY names a proxy,",
                "HTTPS_PROXY=a NO_PROXY=internal.example                | The environment's HTTPS_PROXY names the proxy a,"
            })
    void a_proxy_that_others_use_and_foxden_does_not_is_mentioned(String given, String expected) {
        assertThat(around(given).read().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.detail()).startsWith(expected).doesNotContain("p4ss");
            assertThat(warning.remedy()).startsWith("Set foxden.http.proxy").doesNotContain("p4ss");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS_PROXY=a NO_PROXY=foxy.io",
                "HTTPS_PROXY=a no_proxy=localhost,.foxy.io",
                "HTTPS_PROXY=a NO_PROXY=*",
                "HTTPS_PROXY=a -Dhttp.nonProxyHosts=localhost|*.foxy.io",
                "HTTPS_PROXY=a FOXDEN_HTTP_PROXY=http://b:1",
                "HTTPS_PROXY=a FOXDEN_API_URL=http://127.0.0.1:1/ FOXDEN_AUTHORIZE_URL=http://127.0.0.1:1/a",
                "HTTPS_PROXY="
            })
    void nothing_is_said_of_a_proxy_that_is_not_for_foxy(String given) {
        assertThat(around(given).read().warnings()).isEmpty();
    }

    private static Surroundings around(String given) {
        Properties properties = new Properties();
        Map<String, String> environment = new HashMap<>();
        for (String each : given.split(" ", -1)) {
            String[] pair = each.split("=", 2);
            if (each.startsWith("-D")) {
                properties.setProperty(pair[0].substring(2), pair[1]);
            } else {
                environment.put(pair[0], pair[1]);
            }
        }
        return Surroundings.none().systemProperties(properties).environment(environment);
    }

    @Test
    void the_variables_kubernetes_sets_for_a_service_named_foxden_are_no_settings() {
        Settings settings = Surroundings.none()
                .environment(Map.of(
                        "FOXDEN_SERVICE_HOST", "10.0.0.1",
                        "FOXDEN_SERVICE_PORT", "8080",
                        "FOXDEN_SERVICE_PORT_HTTP", "8080",
                        "FOXDEN_PORT", "tcp://10.0.0.1:8080",
                        "FOXDEN_PORT_8080_TCP", "tcp://10.0.0.1:8080",
                        "FOXDEN_PORT_8080_TCP_ADDR", "10.0.0.1"))
                .read();

        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void what_the_process_has_is_read_without_being_changed() {
        Settings settings = Surroundings.ofProcess()
                .commandLine(Setting.HOME, folder.toString())
                .read();

        assertThat(settings.home()).isEqualTo(folder);
    }

    @Test
    void a_printed_settings_object_hides_secrets() {
        Settings settings = options(Map.of(
                Setting.ADMIN_TOKEN, "do-not-print-this-token", Setting.API_URL, "https://user:pass@example.com/"));

        assertThat(settings.toString())
                .contains("foxden.admin.token=hidden")
                .doesNotContain("do-not-print-this-token")
                .doesNotContain("pass");
    }

    private Settings options(Map<Setting, String> options) {
        Surroundings surroundings = Surroundings.none();
        options.forEach(surroundings::commandLine);
        return surroundings.read();
    }

    private ClassLoader vendor(String content) throws IOException {
        Path file = folder.resolve("vendor").resolve(VendorFile.NAME);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return new URLClassLoader(new URL[] {folder.resolve("vendor").toUri().toURL()}, null);
    }

    private static Properties properties(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }
}
