package io.foxden.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.setting.Setting;
import io.foxden.setting.VaultKeySource;
import io.foxden.words.Words;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingProblemsTest {
    @TempDir
    Path folder;

    @Test
    void everything_wrong_in_all_sources_is_reported_together() throws IOException {
        Files.writeString(folder.resolve("foxden.properties"), "foxden.scop=x\nsite-url=x\nfoxden.mode=standalone\n");
        Properties properties = new Properties();
        properties.setProperty("foxden.read-timeout", "1s");
        properties.setProperty("foxden.http.read-timeout", "1h");

        Settings settings = Surroundings.none()
                .commandLine(Setting.HOME, folder.toString())
                .systemProperties(properties)
                .environment(Map.of("FOXDEN_SITEURL", "x", "Foxden_Scope", "x", "FOXDEN_ENVIRONMENT", "test"))
                .contextParameters(Map.of("foxden.store.url", "jdbc:x", "other", "y"))
                .read();

        assertThat(details(settings))
                .anyMatch(text -> text.startsWith("foxden.scop in the file " + folder)
                        && text.endsWith("the nearest is foxden.scope."))
                .anyMatch(text ->
                        text.startsWith("site-url in the file") && text.endsWith("the nearest is foxden.site-url."))
                .anyMatch(text -> text.startsWith("foxden.mode in the file") && text.endsWith("allowed: distributed."))
                .anyMatch(text -> text.startsWith("foxden.read-timeout among the system properties")
                        && text.endsWith("the nearest is foxden.http.read-timeout."))
                .anyMatch(text -> text.startsWith("foxden.http.read-timeout among") && text.contains("100ms to 5m"))
                .anyMatch(text ->
                        text.startsWith("FOXDEN_SITEURL in the environment") && text.endsWith("FOXDEN_SITE_URL."))
                .anyMatch(text -> text.startsWith("Foxden_Scope in the environment") && text.endsWith("FOXDEN_SCOPE."))
                .anyMatch(text -> text.startsWith("FOXDEN_ENVIRONMENT in the environment is 'test'")
                        && text.contains("production, production-foxycart, sandbox"))
                .anyMatch(text -> text.startsWith("foxden.store.url among the servlet context's parameters"))
                .hasSize(9);
        assertThat(settings.problems()).allMatch(problem -> problem.code() == Code.BAD_SETTING);
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(settings::check)
                .satisfies(thrown -> assertThat(thrown.problem().detail()).contains(details(settings)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"foxden.client-id", "foxden.client-secret", "foxden.refresh-token", "foxden.store.password"})
    void settings_of_later_versions_are_unknown_and_their_values_are_not_shown(String name) {
        Settings settings = Surroundings.none()
                .contextParameters(Map.of(name, "secret value"))
                .read();

        assertThat(details(settings))
                .singleElement()
                .asString()
                .startsWith(name)
                .doesNotContain("secret value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MODE              | hosted                          | distributed
            ENVIRONMENT       | Production                      | production, production-foxycart
            API_URL           | ftp://api.example/              | http://
            API_URL           | api.foxy.io                     | http://
            API_URL           | https://api.example/?a=b        | query
            AUTHORIZE_URL     | https://auth.example/authorize#x | fragment
            AUTHORIZE_URL     | https:///authorize              | address
            SITE_URL          | https://shop.example:99999      | port
            SITE_URL          | https://shop.example/a//b       | '//'
            SITE_URL          | https://shop.example/../b       | '..'
            SITE_URL          | https://shop.example/%2e%2e/b   | '..'
            SITE_URL          | https://shop.example/a;b=c      | ';'
            SITE_URL          | https://shop example            | address
            SITE_URL          | https://shop_1.example          | host
            SITE_URL          | https://schön.example           | host
            SITE_URL          | http:shop.example               | host
            BASE_PATH         | foxden                          | empty, or /name
            BASE_PATH         | /a//b                           | empty, or /name
            BASE_PATH         | /a/../b                         | empty, or /name
            BASE_PATH         | /a b                            | empty, or /name
            CLIENT_ID_PREFIX  | a b                             | 1 to 70
            SCOPE             | client_full_access              | store_full_access, user_full_access
            CONTACT_EMAIL     | nobody                          | e-mail
            COMPANY_URL       | www.example.com                 | http://
            ADMIN_TOKEN       | short                           | 20 to 1000
            ADMIN_TOKEN       | has spaces in it, and is long   | visible ASCII
            VAULT_KEY         | abcd                            | Base64 of 32 bytes
            VAULT_KEY         | not base 64 at all!             | Base64 of 32 bytes
            VAULT_PASSPHRASE  | short                           | 8 to 1000
            TRUSTED_PROXIES   | proxy.example                   | IP address
            TRUSTED_PROXIES   | 10.0.0.0/33                     | 0 to 32
            TRUSTED_PROXIES   | 10.0.0.256                      | IP address
            HTTP_PROXY        | https://proxy:1                 | http, a host and a port
            HTTP_PROXY        | http://proxy:1/path             | http, a host and a port
            HTTP_CONNECT_TIMEOUT | 5                            | 100ms to 5m
            HTTP_CONNECT_TIMEOUT | 99ms                         | 100ms to 5m
            HTTP_READ_TIMEOUT | 301s                            | 100ms to 5m
            HTTP_READ_TIMEOUT | -5s                             | 100ms to 5m
            """)
    void a_bad_value_is_reported_with_the_reason_or_the_allowed_range(Setting setting, String value, String expected) {
        Settings settings = Surroundings.none().commandLine(setting, value).read();

        assertThat(details(settings))
                .singleElement()
                .asString()
                .startsWith(setting + " on the command line")
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN_TOKEN", "VAULT_KEY", "VAULT_PASSPHRASE"})
    void a_bad_secret_is_reported_without_being_shown(Setting setting) {
        Settings settings = Surroundings.none().commandLine(setting, "sh0rt!?").read();

        assertThat(details(settings)).singleElement().asString().doesNotContain("sh0rt!?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:p4ss@shop.example/", "https://user:p4ss@shop_1/", "https://u:p4ss/x@y z/"})
    void a_password_in_an_address_is_not_shown(String value) {
        Settings settings =
                Surroundings.none().commandLine(Setting.SITE_URL, value).read();

        assertThat(details(settings))
                .singleElement()
                .asString()
                .contains("hidden@")
                .doesNotContain("p4ss");
    }

    @Test
    void a_login_for_a_proxy_is_whole_or_not_there() {
        Surroundings proxy = Surroundings.none().commandLine(Setting.HTTP_PROXY, "http://proxy:1");
        assertThat(details(proxy.commandLine(Setting.HTTP_PROXY_USER, "foxden").read()))
                .containsExactly("foxden.http.proxy-user on the command line is given without"
                        + " foxden.http.proxy-password: give both, or neither.");
        assertThat(details(Surroundings.none()
                        .commandLine(Setting.HTTP_PROXY_USER, "foxden")
                        .commandLine(Setting.HTTP_PROXY_PASSWORD, "p4ss")
                        .read()))
                .containsExactly("foxden.http.proxy-user on the command line is given without foxden.http.proxy: give"
                        + " both, or neither.");
        assertThat(details(proxy.commandLine(Setting.HTTP_PROXY_USER, "fox:den")
                        .commandLine(Setting.HTTP_PROXY_PASSWORD, "p4ss\u2028word")
                        .read()))
                .hasSize(2)
                .allMatch(detail -> !detail.contains("p4ss"));
    }

    @Test
    void a_line_break_in_a_field_is_refused_and_not_printed() {
        Settings settings =
                Surroundings.none().commandLine(Setting.COMPANY_NAME, "a\nb").read();

        assertThat(details(settings)).singleElement().asString().contains("'a b'", "line break");
    }

    @Test
    void a_field_has_200_characters_at_most() {
        assertThat(details(Surroundings.none()
                        .commandLine(Setting.COMPANY_NAME, "x".repeat(200))
                        .read()))
                .isEmpty();
        assertThat(details(Surroundings.none()
                        .commandLine(Setting.COMPANY_NAME, "x".repeat(201))
                        .read()))
                .singleElement()
                .asString()
                .contains("has 201 characters");
    }

    @Test
    void the_prefix_leaves_room_for_thirty_characters() {
        assertThat(details(Surroundings.none()
                        .commandLine(Setting.CLIENT_ID_PREFIX, "x".repeat(70))
                        .read()))
                .isEmpty();
        assertThat(details(Surroundings.none()
                        .commandLine(Setting.CLIENT_ID_PREFIX, "x".repeat(71))
                        .read()))
                .hasSize(1);
    }

    @Test
    void the_redirect_uri_has_200_characters_at_most() {
        String site = "https://shop.example/" + "x".repeat(200 - "https://shop.example//foxden/callback".length());
        Surroundings surroundings = Surroundings.none().basePath("/foxden");

        assertThat(details(surroundings.commandLine(Setting.SITE_URL, site).read()))
                .isEmpty();
        assertThat(details(
                        surroundings.commandLine(Setting.SITE_URL, site + "y").read()))
                .singleElement()
                .asString()
                .contains("redirect URI of 201 characters");
    }

    @Test
    void an_empty_value_is_a_problem() {
        Settings settings = Surroundings.none()
                .environment(Map.of("FOXDEN_ADMIN_TOKEN", " "))
                .read();

        assertThat(details(settings))
                .singleElement()
                .asString()
                .startsWith("FOXDEN_ADMIN_TOKEN in the environment is empty");
        assertThat(settings.adminToken()).isEmpty();
    }

    @Test
    void a_secret_given_twice_is_a_problem_that_names_both_places() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "a-token-from-a-file");

        Settings settings = Surroundings.none()
                .environment(Map.of("FOXDEN_ADMIN_TOKEN", "a-token-from-the-environment"))
                .commandLine(Setting.HOME, folder.toString())
                .contextParameters(Map.of("foxden.admin.token-file", token.toString()))
                .read();

        assertThat(details(settings))
                .singleElement()
                .asString()
                .contains(
                        "FOXDEN_ADMIN_TOKEN in the environment", "foxden.admin.token-file among the servlet context's");
    }

    @Test
    void two_ways_to_a_key_are_a_problem_and_give_none() {
        Settings settings = Surroundings.none()
                .commandLine(Setting.VAULT_PASSPHRASE, "correct horse")
                .environment(Map.of("FOXDEN_VAULT_KEY_FILE", "/run/secrets/key"))
                .read();

        assertThat(details(settings)).singleElement().asString().contains("FOXDEN_VAULT_KEY_FILE", "vault.passphrase");
        assertThat(settings.vaultKey())
                .isEqualTo(new VaultKeySource.Unknown(settings.problems().get(0)));
    }

    @Test
    void a_bad_key_is_not_replaced_by_a_generated_one() {
        Settings settings =
                Surroundings.none().commandLine(Setting.VAULT_KEY, "abcd").read();

        assertThat(settings.vaultKey()).isInstanceOf(VaultKeySource.Unknown.class);
    }

    @Test
    void a_secrets_file_that_cannot_be_used_is_a_problem() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), " \n");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {-1, -2, -3});
        Path large = Files.writeString(folder.resolve("large"), "x".repeat(70_000));

        assertThat(tokenFile(folder.resolve("missing").toString()))
                .contains("missing", "cannot be read: it is not there;");
        assertThat(tokenFile(empty.toString())).contains("empty");
        assertThat(tokenFile(binary.toString())).contains("not UTF-8");
        assertThat(tokenFile(large.toString())).contains("larger than 64 KiB");
        assertThat(tokenFile(folder.toString())).contains("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~/foxden", "${catalina.base}/foxden", "C:\temp", ""})
    void a_home_that_was_not_written_out_is_a_problem_and_no_other_one_is_used(String home) {
        Settings settings = Surroundings.none().commandLine(Setting.HOME, home).read();

        assertThat(details(settings)).singleElement().asString().startsWith("foxden.home on the command line");
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(settings::home)
                .satisfies(thrown -> assertThat(thrown.code()).isEqualTo(Code.BAD_SETTING));
    }

    @Test
    void a_named_file_that_is_missing_is_a_problem_and_the_home_is_unknown() {
        Settings settings = Surroundings.none()
                .commandLine(Setting.CONFIG, folder.resolve("none.properties").toString())
                .read();

        assertThat(details(settings)).singleElement().asString().contains("none.properties", "does not exist");
        assertThatExceptionOfType(OperatorException.class).isThrownBy(settings::home);
    }

    @Test
    void a_file_with_a_broken_escape_is_a_problem() throws IOException {
        assertThat(file("foxden.company-name=\\u00zz\n"))
                .singleElement()
                .asString()
                .contains("\\u escape");
    }

    @Test
    void a_file_in_another_encoding_is_a_problem() throws IOException {
        Files.write(
                folder.resolve("foxden.properties"), "foxden.company-name=Käse".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(file()).singleElement().asString().contains("is not UTF-8");
    }

    @Test
    void a_name_given_twice_in_a_file_is_a_problem_beside_the_others() throws IOException {
        assertThat(file("foxden.scope=user_full_access\nfoxden.scope=x\nfoxden.mode=y\n"))
                .hasSize(3)
                .anyMatch(text -> text.contains("gives foxden.scope more than once"));
    }

    @Test
    void a_file_that_is_too_large_is_a_problem() throws IOException {
        assertThat(file("#" + "x".repeat(PropertiesText.MOST_BYTES)))
                .singleElement()
                .asString()
                .contains("1 MiB");
    }

    @Test
    void a_folder_in_the_files_place_is_a_problem() throws IOException {
        Files.createDirectory(folder.resolve("foxden.properties"));

        assertThat(file()).singleElement().asString().contains("cannot be read").doesNotContain("Exception");
    }

    @Test
    void vendors_files_that_differ_are_a_problem() throws IOException {
        URL one = vendor("one", "foxden.company-name=One\n");
        URL two = vendor("two", "foxden.company-name=Two\n");
        URL same = vendor("same", "foxden.company-name=One\n");

        assertThat(vendors(one, two)).singleElement().asString().contains("more than one vendor's file", "one", "two");
        assertThat(vendors(one, same)).isEmpty();
    }

    @Test
    void a_vendors_file_is_read_as_strictly_as_the_operators() throws IOException {
        assertThat(vendors(vendor("v", "foxden.compnay-name=Acme\ncompany-url=x\n")))
                .hasSize(2);
        assertThat(vendors(vendor("w", "x=\\u1\n"))).singleElement().asString().contains("vendor's file", "escape");
    }

    @Test
    void what_is_unwise_is_a_warning_only() {
        Settings settings = Surroundings.none()
                .commandLine(Setting.TRUSTED_PROXIES, "10.0.0.1, 0.0.0.0/0")
                .commandLine(Setting.API_URL, "http://api.example/")
                .read();

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.warnings().stream().map(Problem::detail))
                .hasSize(3)
                .anyMatch(text -> text.startsWith("foxden.trusted-proxies"))
                .anyMatch(text -> text.startsWith("foxden.api-url is http://api.example/"))
                .anyMatch(text -> text.startsWith("Only one of foxden.api-url"));
    }

    @Test
    void an_admin_token_that_may_be_guessed_is_refused_and_not_shown() {
        Settings settings = Surroundings.none()
                .commandLine(Setting.ADMIN_TOKEN, "only-19-characters!")
                .read();

        assertThat(settings.adminToken()).isEmpty();
        assertThat(details(settings))
                .singleElement()
                .asString()
                .contains("foxden.admin.token")
                .contains("19 characters")
                .contains("20 to 1000")
                .doesNotContain("only-19");
        assertThat(Surroundings.none()
                        .commandLine(Setting.ADMIN_TOKEN, "just-20-characters!!")
                        .read()
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.foxy.io/",
                "http://API.foxycart.com",
                "http://api-sandbox.foxycart.com:8080/x",
                "http://foxy.io:443/",
                "http://auth.foxy.io./authorize"
            })
    void foxys_own_hosts_are_not_asked_in_clear(String address) {
        for (Setting setting : List.of(Setting.API_URL, Setting.AUTHORIZE_URL)) {
            Settings settings =
                    Surroundings.none().commandLine(setting, address).read();

            assertThat(details(settings)).singleElement().asString().contains(setting.toString(), "over http");
            assertThat(settings.apiUrl().getScheme()).isEqualTo("https");
            assertThat(settings.authorizeUrl().getScheme()).isEqualTo("https");
        }
    }

    @Test
    void what_stands_in_for_foxy_may_answer_over_http() {
        assertThat(Surroundings.none()
                        .commandLine(Setting.API_URL, "http://myfoxy.io/")
                        .commandLine(Setting.AUTHORIZE_URL, "http://foxy.io.example/authorize")
                        .read()
                        .problems())
                .isEmpty();
    }

    private String tokenFile(String path) {
        Settings settings = Surroundings.none()
                .contextParameters(Map.of("foxden.admin.token-file", path))
                .read();
        return String.join(" ", details(settings));
    }

    private List<String> file(String content) throws IOException {
        Files.writeString(folder.resolve("foxden.properties"), content);
        return file();
    }

    private List<String> file() {
        return details(
                Surroundings.none().commandLine(Setting.HOME, folder.toString()).read());
    }

    private URL vendor(String name, String content) throws IOException {
        Path file = folder.resolve(name).resolve(VendorFile.NAME);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return folder.resolve(name).toUri().toURL();
    }

    private static List<String> vendors(URL... urls) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return details(Surroundings.none().vendor(loader).read());
        }
    }

    /** In passing, that nothing of it is said without the bundle. */
    private static List<String> details(Settings settings) {
        assertThat(settings.problems())
                .map(problem -> problem.detail(Words.in(Words.PSEUDO)))
                .allMatch(text -> text.startsWith("[") && text.endsWith("]") && !text.matches(".*\\{[a-z_]+}.*"));
        return settings.problems().stream().map(Problem::detail).toList();
    }
}
