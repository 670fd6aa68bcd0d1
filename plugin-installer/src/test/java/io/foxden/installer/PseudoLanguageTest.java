package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.installer.command.RootCommand;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Whatever a command says comes from the bundles: in the language that is none, all of it stands in brackets. */
final class PseudoLanguageTest {
    @TempDir
    private Path folder;

    private Site site;
    private Said said;

    static Set<String> commands() {
        return new CommandLine(new RootCommand()).getSubcommands().keySet();
    }

    @BeforeEach
    void speakPseudo() {
        site = new Site(folder);
        site.cli().environment("FOXDEN_LANGUAGE", "en-XA");
        Set<String> names = new TreeSet<>(commands());
        names.addAll(
                Set.of("foxden", "method", "target", "Acme", "Ada", "ada@example.com", "Shop", "store_name=Example"));
        names.addAll(Set.of("fx:store", "'fx:store/fx:customers?limit=5'", "fx:store/fx:customers", "@customer.json"));
        said = new Said(names);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_help_of_every_command(String command) {
        says(command, "--help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "",
                "nothing",
                "instal",
                "status --jsno",
                "status extra",
                "connect --timeout soon",
                "connect --timeout",
                "history --limit many",
                "history --limit 0",
                "api",
                "api GET",
                "api FETCH fx:store",
                "api GET fx:store {}",
                "api PATCH {}",
                "api PATCH fx:store {} -d a=b",
                "api PATCH fx:store -d a",
                "api PATCH fx:store @no-such-file",
                "api PATCH fx:store [1]",
                "status --context foxden",
                "status --server no-such-folder",
                "status --wait",
                "install --dry-run --dry-run --json=maybe",
                "demo --port 70000"
            })
    void wrong_usage(String line) {
        says(line.isEmpty() ? new String[0] : line.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "doctor",
                "history",
                "connect",
                "refresh",
                "disconnect",
                "reset",
                "login-link",
                "sign-out-all",
                "api GET fx:store",
                "install",
                "install --dry-run",
                "install --dry-run --site-url shop"
            })
    void where_nothing_is_installed(String line) {
        says(line.split(" "));
    }

    @Test
    void the_way_to_a_connection_and_back() {
        says(site.install("--project-name", "Shop", "--dry-run"));
        says(site.install("--project-name", "Shop"));
        for (String line : List.of(
                "install",
                "status",
                "doctor",
                "refresh",
                "refresh --dry-run",
                "connect --dry-run",
                "connect",
                "connect --wait --timeout 0s",
                "login-link --dry-run",
                "sign-out-all --dry-run",
                "login-link")) {
            says(line.split(" "));
        }
        site.connect();
        for (String line : List.of(
                "status",
                "doctor",
                "history",
                "connect",
                "refresh --dry-run",
                "refresh",
                "api GET fx:nothing",
                "api GET fx:store --dry-run",
                "api GET http://%zz",
                "disconnect --dry-run",
                "disconnect",
                "status",
                "doctor",
                "reset --dry-run",
                "reset",
                "status",
                "doctor")) {
            says(line.split(" "));
        }
    }

    @Test
    void a_foxy_that_refuses_or_fails() {
        site.foxy.order(Fault.on(Target.CREATE_CLIENT).html(502));
        says(site.install("--project-name", "Shop"));
        says("status");
        says("doctor");
        site.foxy.order(Fault.on(Target.CREATE_CLIENT).fxErrors(400, "Not like that."));
        says(site.install("--project-name", "Shop"));
        says(site.install("--project-name", "Shop"));
        site.connect();
        site.foxy.order(Fault.on(Target.STORE).always().fxErrors(403, "Not for you."));
        says("api", "GET", "fx:store");
        site.foxy.order(Fault.on(Target.TOKEN).html(502));
        says("refresh");
        says("status");
        site.foxy.grants().forEach(grant -> site.foxy.revoke(grant.number()));
        for (String line : List.of("refresh", "status", "doctor", "connect --dry-run", "history")) {
            says(line.split(" "));
        }
        site.foxy.deleteClient(site.clientId());
        for (String line : List.of("refresh", "status", "doctor", "history")) {
            says(line.split(" "));
        }
    }

    @Test
    void a_home_in_trouble() throws IOException {
        site.install("--project-name", "Shop").exits(0);
        site.connect();
        site.cli().environment("FOXDEN_SCOOP", "1");
        says("status");
        says("refresh");
        says("doctor");
        site.cli().withoutEnvironment("FOXDEN_SCOOP");
        Files.delete(site.home.resolve("vault.key"));
        says("status");
        says("doctor");
        Files.writeString(site.home.resolve("records/installation.json"), "torn");
        Files.writeString(site.home.resolve("records/installation.json.prev"), "torn");
        for (String line : List.of("status", "doctor", "refresh", "reset --dry-run", "reset")) {
            says(line.split(" "));
        }
    }

    @Test
    void the_demo() {
        Cli.Run run = new Cli(folder).environment("FOXDEN_LANGUAGE", "en-XA").run("demo", "--once");

        assertThat(run.exits(0).out().lines().filter(line -> line.matches(" ?[0-9]+\\. .*")))
                .hasSize(10)
                .allMatch(line -> line.matches(" ?[0-9]+\\. \\[.*]"));
        assertThat(run.out().lines().reduce((before, last) -> last).orElseThrow())
                .matches("\\[Done, in [0-9]+ ms\\.]");
    }

    @Test
    void a_text_from_no_bundle_would_be_found() {
        assertThat(said.outsideOfBundles("[Said well.] And this not")).containsExactly("And", "this", "not");
        assertThat(said.outsideOfBundles("  [scope]   store_full_access\nlocked\n[a [b] c] --home DIR"))
                .isEmpty();
        assertThat(said.outsideOfBundlesInJson("{\"problem\": {\"detail\": \"Said badly\", \"code\": \"locked\"}}"))
                .containsExactly("Said", "badly");
    }

    @Test
    void the_language_is_the_one_that_is_set_by_whatever_source() throws IOException {
        site.cli().withoutEnvironment("FOXDEN_LANGUAGE");
        assertThat(site.run("status").out()).startsWith("Not registered");
        assertThat(site.run("status", "--jsno").err()).contains("There is no option");

        site.cli().environment("LC_ALL", "tlh_XX.UTF-8");
        assertThat(site.run("status").out()).as("a language that is not there").startsWith("Not registered");

        Files.createDirectories(site.home);
        Files.writeString(site.home.resolve("foxden.properties"), "foxden.language=en-XA\n");
        assertThat(site.run("status").out()).startsWith("[Not registered");
        assertThat(site.run("status", "--help").out()).startsWith("[Usage:]");
        assertThat(site.run("--json", "refresh").json().get("detail"))
                .asString()
                .startsWith("[");

        Files.delete(site.home.resolve("foxden.properties"));
        site.cli().systemProperty("foxden.language", "en-XA");
        assertThat(site.run("status", "--jsno").err()).contains("[There is no option");
    }

    private void says(String... line) {
        says(site.run(line));
        if (!List.of(line).contains("reset") && !List.of(line).contains("disconnect")) {
            Cli.Run run = site.json(line);
            assertThat(said.outsideOfBundlesInJson(run.out())).as("%s", run).isEmpty();
        }
    }

    private void says(Cli.Run run) {
        assertThat(said.outsideOfBundles(run.out() + run.err())).as("%s", run).isEmpty();
    }
}
