package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Version;
import io.foxden.problem.Code;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a command line before any command does its work. */
final class ShellTest {
    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void startOutside() {
        cli = new Cli(folder);
    }

    @Test
    void a_misspelt_command_is_told_the_nearest_one() {
        Cli.Run run = cli.run("instal");

        run.complains(2, "wrong_usage");
        assertThat(run.err()).contains("'instal'", "install");
    }

    @Test
    void a_misspelt_option_is_told_the_nearest_one_and_nothing_is_done() {
        Cli.Run run =
                cli.run("install", "--home", folder.resolve("home").toString(), "--site-ulr", "https://shop.example");

        run.complains(2, "wrong_usage");
        assertThat(run.err()).contains("--site-ulr", "--site-url");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--json instal",
                "instal --json",
                "status --json --no-such-option",
                "--no-such-option --json",
                "status extra --json",
                "connect --timeout soon --json",
                "--json",
                "--home --json",
                "status --json --context foxden",
                "status --json --home a --server b",
                "status --json --server does-not-exist"
            })
    void wrong_usage_is_one_document_for_a_script(String line) {
        cli.run(line.split(" ")).fails(2, "wrong_usage");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void no_command_at_all_names_those_there_are() {
        Cli.Run run = cli.run();

        run.complains(2, "wrong_usage");
        assertThat(run.err()).contains("install, connect, status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "upgrade", "rollback", "backup", "restore", "uninstall", "rotate-key"})
    void commands_of_later_versions_are_unknown(String command) {
        cli.run(command, "--json").fails(2, "wrong_usage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upgrade --help",
                "--help upgrade",
                "upgrade -h",
                "instal --site-url https://shop.example.com --help",
                "upgrade --version",
                "status --no-such-option --help",
                "status extra --help"
            })
    void asking_for_help_makes_no_unknown_word_right(String line) {
        cli.run((line + " --json").split(" ")).fails(2, "wrong_usage");
        cli.run(line.split(" ")).complains(2, "wrong_usage");
    }

    @Test
    void help_names_every_command_and_every_exit_status() {
        Cli.Run run = cli.run("--help").exits(0);

        assertThat(run.out())
                .contains(
                        "install",
                        "connect",
                        "status",
                        "refresh",
                        "disconnect",
                        "reset",
                        "doctor",
                        "history",
                        "login-link",
                        "sign-out-all")
                .contains("3   not installed yet", "6   another process holds the installation's lock");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void help_of_a_command_shows_its_options_and_those_of_all_commands() {
        assertThat(cli.run("install", "--help").exits(0).out())
                .contains("--site-url", "--dry-run", "--home", "--json")
                .contains("Public base address", "change nothing", "The installation's home", "Exactly one JSON");
    }

    @Test
    void help_for_a_script_is_one_document() {
        assertThat(cli.run("status", "--help", "--json").exits(0).json()).containsKey("help");
    }

    @Test
    void the_version_is_foxdens() {
        assertThat(cli.run("--version").exits(0).out()).isEqualTo(Version.TEXT + "\n");
        assertThat(cli.run("--json", "--version").exits(0).json()).isEqualTo(Map.of("version", Version.TEXT));
    }

    @Test
    void json_is_asked_for_anywhere_before_the_end_of_the_options() {
        assertThat(Shell.asksForJson("status", "--json")).isTrue();
        assertThat(Shell.asksForJson("--json=true", "status")).isTrue();
        assertThat(Shell.asksForJson("--json=false", "status")).isFalse();
        assertThat(Shell.asksForJson("api", "--", "--json")).isFalse();
    }

    @Test
    void every_exit_status_of_a_problem_is_in_the_table() {
        Set<Integer> known =
                Arrays.stream(ExitCode.values()).map(ExitCode::status).collect(Collectors.toSet());

        Set<Integer> used =
                Arrays.stream(Code.values()).map(Code::exitStatus).collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).containsAll(used);
    }
}
