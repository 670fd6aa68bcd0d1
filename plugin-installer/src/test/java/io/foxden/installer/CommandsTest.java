package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.hal.HalDocument;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command, on an installation in each state it may be in, for a person and for a script, once and again. */
final class CommandsTest {
    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void start() {
        site = new Site(folder);
    }

    @AfterEach
    void every_secret_stayed_where_it_belongs() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                site.foxy
                        .issuedSecrets()
                        .forEach(secret -> assertThat(content).as("%s", file).doesNotContain(secret));
            }
        }
        assertThat(site.foxy.violations()).isEmpty();
        site.close();
    }

    @Test
    void nothing_is_installed_at_first_and_looking_makes_nothing() {
        assertThat(site.json("status").exits(3).json())
                .containsEntry("phase", "new")
                .containsEntry("client", null)
                .containsEntry("connection", null)
                .containsEntry("problem", null);
        assertThat(site.run("status").exits(3).out()).contains("foxden install");
        assertThat(site.home).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"connect", "refresh", "login-link", "api GET fx:store", "connect --dry-run", "refresh --dry-run"
            })
    void what_needs_an_installation_says_that_there_is_none_and_makes_nothing(String line) {
        site.json(line.split(" ")).fails(3, "not_installed");
        site.run(line.split(" ")).complains(3, "not_installed");
        assertThat(site.home).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"disconnect", "reset"})
    void what_takes_away_finds_nothing_to_do(String command) {
        assertThat(site.json(command).exits(0).json()).containsEntry("changed", false);
        assertThat(site.run(command).exits(0).out()).startsWith("Nothing to do");
        assertThat(site.home).isEmptyDirectory();
    }

    @Test
    void install_registers_once() {
        Map<String, Object> first = site.install("--json").exits(0).json();
        assertThat(first).containsEntry("phase", "registered").containsEntry("changed", true);

        Map<String, Object> second = site.install("--json").exits(0).json();
        assertThat(second).containsEntry("phase", "registered").containsEntry("changed", false);
        assertThat(second.get("client")).isEqualTo(first.get("client"));

        assertThat(site.run("install").exits(0).out()).startsWith("Nothing to do");
        assertThat(site.foxy.postsToClients()).isEqualTo(1);
        assertThat(site.json("status").exits(4).json()).containsEntry("phase", "registered");
    }

    @Test
    void install_tells_a_person_what_it_did() {
        Cli.Run run = site.install().exits(0);

        assertThat(run.out())
                .startsWith("Registered this installation at Foxy.")
                .contains("foxden connect", "foxden_");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void install_takes_the_fields_from_its_options() {
        site.install("--project-name", "Shop", "--company-url", "https://acme.example")
                .exits(0);

        assertThat(site.foxy.clients()).singleElement().satisfies(client -> {
            assertThat(client.field("project_name")).isEqualTo("Shop");
            assertThat(client.field("company_url")).isEqualTo("https://acme.example");
            assertThat(client.redirectUri()).isEqualTo(Site.SITE_URL + "/callback");
        });
    }

    @Test
    void install_names_every_detail_that_is_missing() {
        Cli.Run run = site.json("install", "--site-url", Site.SITE_URL).fails(1, "details_missing");

        assertThat(run.out()).contains("company_name", "contact_name", "contact_email", "contact_phone");
        site.run("install", "--site-url", Site.SITE_URL).complains(1, "details_missing");
        assertThat(site.foxy.exchanges()).isEmpty();
    }

    @Test
    void install_refuses_an_address_that_is_none() {
        site.json("install", "--site-url", "shop").fails(2, "bad_request");
    }

    @Test
    void install_to_come_shows_what_would_be_sent_and_changes_nothing() {
        Cli.Run run = site.install("--dry-run", "--json").exits(0);

        assertThat(run.json()).containsEntry("dry_run", true).containsEntry("changed", false);
        assertThat(run.json().get("would"))
                .asString()
                .contains("redirect_uri=" + Site.SITE_URL + "/callback", "company_name=Acme");
        assertThat(site.install("--dry-run").exits(0).out()).contains("Acme", "Nothing was changed.");
        assertThat(site.home).isEmptyDirectory();
        assertThat(site.foxy.exchanges()).isEmpty();
    }

    @Test
    void install_to_come_is_checked_as_install_is() {
        site.json("install", "--dry-run", "--site-url", Site.SITE_URL).fails(1, "details_missing");
        assertThat(site.home).isEmptyDirectory();
    }

    @Test
    void install_to_come_reads_the_properties_file_of_a_home_that_is_no_installation_yet() throws IOException {
        Files.createDirectories(site.home);
        Files.writeString(site.home.resolve("foxden.properties"), "foxden.company-name=From the file\n");

        String would = String.valueOf(site.json(
                        "install",
                        "--dry-run",
                        "--site-url",
                        Site.SITE_URL,
                        "--contact-name",
                        "Ada",
                        "--contact-email",
                        "ada@example.com",
                        "--contact-phone",
                        "1")
                .exits(0)
                .json()
                .get("would"));

        assertThat(would).contains("company_name=From the file");
        assertThat(site.home).isDirectoryNotContaining("glob:**/records");
    }

    @Test
    void connect_prints_the_address_that_a_person_has_to_open() {
        site.install().exits(0);

        Map<String, Object> document = site.json("connect").exits(4).json();
        assertThat(String.valueOf(document.get("start_url"))).startsWith(Site.SITE_URL + "/connect/start?ticket=");
        assertThat(Instant.parse(String.valueOf(document.get("expires_at")))).isAfter(Instant.now());

        Cli.Run run = site.run("connect").exits(4);
        assertThat(run.out()).contains(Site.SITE_URL + "/connect/start?ticket=");
        assertThat(site.phase()).isEqualTo("registered");
    }

    @Test
    void connect_finds_nothing_to_do_where_a_store_is_connected() {
        connected();

        assertThat(site.json("connect").exits(0).json())
                .containsEntry("changed", false)
                .containsEntry("phase", "connected");
        assertThat(site.run("connect").exits(0).out()).startsWith("Nothing to do");
        assertThat(site.json("connect", "--dry-run").exits(0).json()).containsEntry("changed", false);
    }

    @Test
    void connect_asks_again_where_told_to() {
        connected();

        assertThat(site.json("connect", "--reconnect").exits(4).json()).containsKey("start_url");
        assertThat(site.phase()).isEqualTo("connected");
    }

    @Test
    void connect_waits_until_a_person_has_approved() throws InterruptedException {
        site.install().exits(0);
        Thread person = new Thread(site::connect);

        person.start();
        Cli.Run run = site.json("connect", "--wait", "--timeout", "60s").exits(0);
        person.join();

        assertThat(run.json()).containsEntry("phase", "connected");
    }

    @Test
    void connect_gives_up_waiting_when_told_to() {
        site.install().exits(0);

        Cli.Run run = site.json("connect", "--wait", "--timeout", "1s").fails(4, "not_connected");

        assertThat(run.err()).contains("/connect/start?ticket=");
    }

    @Test
    void connect_refuses_a_scope_that_there_is_not_and_a_way_back_to_elsewhere() {
        site.install().exits(0);

        site.json("connect", "--scope", "everything").fails(2, "bad_request");
        site.json("connect", "--return-to", "https://elsewhere.example/").fails(2, "bad_request");
    }

    @Test
    void status_tells_what_is_connected() {
        connected();

        Map<String, Object> document = site.json("status").exits(0).json();
        assertThat(document.keySet())
                .containsExactly("version", "mode", "phase", "client", "connection", "problem", "warnings");
        assertThat(document.get("connection"))
                .asString()
                .contains("scope=store_full_access", "store_id=3200", "access_token_expires_at=20");
        Cli.Run run = site.run("status").exits(0);
        assertThat(run.out()).contains("Connected", "3200", site.clientId());
    }

    @Test
    void refresh_fetches_a_new_token_each_time() {
        connected();

        assertThat(site.json("refresh").exits(0).json())
                .containsEntry("phase", "connected")
                .containsEntry("changed", true);
        assertThat(site.run("refresh").exits(0).out()).startsWith("Fetched a new access token.");
        assertThat(site.foxy.exchanges(Target.TOKEN)).hasSize(3);
    }

    @Test
    void refresh_needs_a_connection() {
        site.install().exits(0);

        site.json("refresh").fails(4, "not_connected");
        site.json("refresh", "--dry-run").fails(4, "not_connected");
        assertThat(site.run("refresh").complains(4, "not_connected").err()).contains(Site.SITE_URL + "/");
    }

    @Test
    void a_grant_taken_back_at_foxy_needs_a_person_again() {
        connected();
        site.foxy.grants().forEach(grant -> site.foxy.revoke(grant.number()));

        site.json("refresh").fails(4, "needs_reconnect");
        site.json("refresh").fails(4, "needs_reconnect");

        Cli.Run run = site.json("status").exits(0);
        assertThat(run.json()).containsEntry("phase", "connected");
        assertThat(run.json().get("problem"))
                .asString()
                .contains("code=needs_reconnect", "remedy=", "since=", "next_attempt_at=");
        assertThat(site.run("status").exits(0).out()).contains("needs_reconnect");
        assertThat(site.json("connect").exits(4).json()).containsKey("start_url");
        site.connect();
        assertThat(site.phase()).isEqualTo("connected");
    }

    @Test
    void a_client_deleted_at_foxy_is_registered_anew_by_the_next_install() {
        connected();
        site.foxy.deleteClient(site.clientId());

        site.json("refresh").fails(7, "client_unknown");
        assertThat(site.json("status").exits(0).out()).contains("client_unknown");

        site.install("--json").exits(0);
        site.connect();
        assertThat(site.phase()).isEqualTo("connected");
    }

    @Test
    void disconnect_forgets_the_tokens_and_keeps_the_client() {
        connected();
        String client = site.clientId();

        assertThat(site.json("disconnect").exits(0).json())
                .containsEntry("phase", "disconnected")
                .containsEntry("changed", true)
                .containsEntry("connection", null);
        assertThat(site.json("disconnect").exits(0).json())
                .containsEntry("phase", "disconnected")
                .containsEntry("changed", false);
        assertThat(site.clientId()).isEqualTo(client);
        site.json("status").exits(4);
    }

    @Test
    void reset_forgets_the_client_too() {
        connected();

        assertThat(site.json("reset").exits(0).json())
                .containsEntry("phase", "new")
                .containsEntry("changed", true);
        assertThat(site.run("reset").exits(0).out()).startsWith("Nothing to do");
        site.json("status").exits(3);
        site.run("install", "--site-url", "https://moved.example.com").exits(0);
        assertThat(site.foxy.clients()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "install --site-url https://shop.example.com",
                "connect --reconnect",
                "refresh",
                "disconnect",
                "reset",
                "login-link",
                "api DELETE fx:store"
            })
    void what_would_be_done_is_told_and_not_done(String line) throws IOException {
        connected();
        Map<Path, String> before = files();
        int asked = site.foxy.exchanges().size();

        site.json((line + " --dry-run").split(" ")).exits(0);
        assertThat(site.run((line + " --dry-run").split(" ")).exits(0).out()).containsAnyOf("Would", "Nothing to do");

        assertThat(files()).isEqualTo(before);
        assertThat(site.foxy.exchanges()).hasSize(asked);
    }

    @Test
    void doctor_finds_a_connected_installation_well() {
        connected();

        assertThat(site.json("doctor").exits(0).json())
                .containsEntry("healthy", true)
                .containsKey("checks");
        assertThat(site.run("doctor").exits(0).out()).contains("ok", "Nothing failed.");
    }

    @Test
    void doctor_fails_where_something_is_wrong_and_says_what_to_do() {
        connected();
        site.foxy.order(Fault.on(Target.HOME).always().html(502));

        Cli.Run run = site.json("doctor").exits(5);
        assertThat(run.json()).containsEntry("healthy", false);
        assertThat(run.out()).contains("api_unreachable");
        assertThat(site.run("doctor").exits(5).out()).contains("failed", "Something failed");
    }

    @Test
    void a_bad_setting_stops_every_change_and_is_told_by_status_and_doctor() {
        connected();
        site.cli().environment("FOXDEN_SCOOP", "store_full_access");

        assertThat(site.json("refresh", "--dry-run").fails(1, "bad_setting").out())
                .contains("FOXDEN_SCOOP", "FOXDEN_SCOPE");
        site.install("--json").fails(1, "bad_setting");
        site.json("status").exits(1);
        site.json("doctor").exits(1);
    }

    @Test
    void login_link_opens_the_page() {
        site.install().exits(0);

        Map<String, Object> document = site.json("login-link").exits(0).json();
        assertThat(document.get("url")).isEqualTo(Site.SITE_URL + "/#code=" + document.get("code"));
        assertThat(Instant.parse(String.valueOf(document.get("expires_at")))).isAfter(Instant.now());
        assertThat(site.run("login-link").exits(0).out()).contains(Site.SITE_URL + "/#code=");
    }

    @Test
    void sign_out_all_takes_back_what_was_handed_out_and_has_then_nothing_to_do() {
        site.install().exits(0);
        site.json("login-link").exits(0);

        assertThat(site.json("sign-out-all", "--dry-run").exits(0).json()).containsEntry("changed", false);
        assertThat(site.json("sign-out-all").exits(0).json()).containsEntry("changed", true);
        assertThat(site.json("sign-out-all").exits(0).json()).containsEntry("changed", false);
        assertThat(site.run("sign-out-all").exits(0).out()).contains("nobody is signed in");
    }

    @Test
    void api_reads_by_link() {
        connected();

        assertThat(site.json("api", "GET", "fx:store").exits(0).json()).containsEntry("store_name", "Example Store");
        assertThat(site.run("api", "get", "fx:store").exits(0).out()).contains("Example Store");
        assertThat(site.json("api", "GET", "/").exits(0).out()).contains("fx:store");
        assertThat(site.json("api", "GET", "fx:store/fx:customers?limit=5")
                        .exits(0)
                        .json())
                .containsEntry("returned_items", 5);
        assertThat(site.json("api", "GET", "fx:store", "fx:customers").exits(0).json())
                .containsEntry("returned_items", 20);
    }

    @Test
    void api_reads_an_address_of_foxys_and_no_other() throws MalformedDocumentException {
        connected();
        String self = HalDocument.parse(
                        site.json("api", "GET", "fx:store").out().getBytes(StandardCharsets.UTF_8))
                .link("self")
                .orElseThrow()
                .href();

        assertThat(site.json("api", "GET", self).exits(0).json()).containsEntry("store_name", "Example Store");
        site.json("api", "GET", "https://elsewhere.example/stores/1").fails(7, "untrusted_link");
    }

    @Test
    void api_changes_what_it_is_given() throws IOException {
        connected();
        Path file = Files.writeString(folder.resolve("change.json"), "{\"store_name\": \"From a file\"}");

        assertThat(site.json("api", "PATCH", "fx:store", "{\"store_name\": \"Given\"}")
                        .exits(0)
                        .out())
                .contains("Given");
        assertThat(site.json("api", "PATCH", "fx:store", "@" + file).exits(0).out())
                .contains("From a file");
        site.cli().input("{\"store_name\": \"Piped\"}");
        assertThat(site.json("api", "PATCH", "fx:store", "-").exits(0).out()).contains("Piped");
        assertThat(site.json("api", "PATCH", "fx:store", "-d", "store_name=By name")
                        .exits(0)
                        .out())
                .contains("By name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api",
                "api GET",
                "api FETCH fx:store",
                "api GET fx:store -d a=b",
                "api GET fx:store {}",
                "api PATCH {}",
                "api PATCH fx:store {} -d a=b",
                "api PATCH fx:store -d a"
            })
    void a_call_that_makes_no_sense_is_wrong_usage(String line) {
        site.json(line.split(" ")).fails(2, "wrong_usage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "[1]", "@no-such-file"})
    void a_body_that_is_no_object_is_not_sent(String body) {
        connected();
        int asked = site.foxy.exchanges().size();

        site.json("api", "PATCH", "fx:store", body).fails(2, "bad_request");

        assertThat(site.foxy.exchanges()).hasSize(asked);
    }

    @Test
    void api_tells_what_foxy_says_with_its_reference() {
        connected();
        site.foxy.order(Fault.on(Target.STORE).fxErrors(403, "Not for you"));

        Cli.Run run = site.json("api", "GET", "fx:store").fails(7, "api_refused");

        assertThat(run.out()).contains("Not for you");
        assertThat(run.json()).containsKey("logref");
    }

    @Test
    void api_says_which_link_is_missing() {
        connected();

        assertThat(site.json("api", "GET", "fx:nothing")
                        .fails(7, "link_missing")
                        .out())
                .contains("fx:nothing");
    }

    @Test
    void the_home_is_found_beside_its_server() throws IOException {
        connected();
        Path server = folder.resolve("server");
        Files.createDirectories(server.resolve("foxden"));
        Files.move(site.home, server.resolve("foxden").resolve("ROOT"));

        assertThat(site.cli()
                        .run("--server", server.toString(), "status", "--json")
                        .exits(0)
                        .json())
                .containsEntry("phase", "connected");

        Files.createDirectories(server.resolve("foxden").resolve("other"));
        site.cli().run("status", "--json", "--server", server.toString()).fails(2, "wrong_usage");
        site.cli()
                .run("status", "--json", "--server", server.toString(), "--context", "ROOT")
                .exits(0);
    }

    @Test
    void an_empty_path_is_not_taken_for_the_working_folder() {
        site.cli().run("--home", "", "status", "--json").fails(2, "wrong_usage");
        site.cli().run("--server", "", "status", "--json").fails(2, "wrong_usage");
        site.cli().run("--config", "", "status", "--json").fails(2, "wrong_usage");
    }

    @Test
    void a_home_that_cannot_be_looked_into_is_not_taken_for_none() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        site.cli().run("--home", file.toString(), "status", "--json").fails(1, "home_unusable");
        site.cli().run("--home", file.toString(), "status").complains(1, "home_unusable");
    }

    @Test
    void a_wrong_key_is_told_and_destroys_nothing() throws IOException {
        connected();
        Path key = site.home.resolve("vault.key");
        byte[] right = Files.readAllBytes(key);
        Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));

        site.json("refresh").fails(1, "vault_key_wrong");
        site.json("status").exits(1);
        Files.write(key, right);

        site.json("refresh").exits(0);
    }

    private void connected() {
        site.install().exits(0);
        site.connect();
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(site.home)) {
            List<Path> all = paths.toList();
            for (Path path : all) {
                files.put(path, Files.isRegularFile(path) ? Files.readString(path) : "");
            }
        }
        return files;
    }
}
