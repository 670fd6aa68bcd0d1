package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.installer.command.RootCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** A name mistyped makes nothing. */
final class MissingHomeTest {
    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void start() throws IOException {
        site = new Site(folder);
        Files.delete(site.home);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    /** All there are, each with what it cannot do without, and with --dry-run where it has that. */
    static Stream<String> commands() {
        List<String> lines = new ArrayList<>();
        new CommandLine(new RootCommand()).getSubcommands().forEach((name, command) -> {
            String line = name + (name.equals("api") ? " GET fx:store" : name.equals("demo") ? " --once" : "");
            lines.add(line);
            if (command.getCommandSpec().findOption("--dry-run") != null) {
                lines.add(line + " --dry-run");
            }
        });
        return lines.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void is_an_error_for_every_command(String line) {
        Cli.Run run = site.json(line.split(" ")).fails(1, "home_missing");

        assertThat(run.out()).contains(site.home.toString(), "--create-home");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void is_an_error_where_the_environment_names_it() {
        site.cli().environment("FOXDEN_HOME", site.home.toString());

        site.cli().run("status", "--json").fails(1, "home_missing");
        site.cli().run("status").complains(1, "home_missing");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void is_made_by_install_when_told_to() {
        site.install("--create-home", "--dry-run").exits(0);
        assertThat(folder).isEmptyDirectory();

        site.install("--create-home").exits(0);
        site.install("--create-home").exits(0);
        assertThat(site.phase()).isEqualTo("registered");
    }

    @Test
    void is_made_by_install_beside_a_server() throws IOException {
        Path server = Files.createDirectory(folder.resolve("server"));

        site.cli().run("status", "--json", "--server", server.toString()).fails(3, "not_installed");
        beside(server, "--dry-run").exits(0);
        assertThat(server).isEmptyDirectory();

        beside(server).exits(0);
        assertThat(server.resolve("foxden/foxden/vault.key")).exists();
        beside(server, "--context", "shop").exits(0);
        assertThat(server.resolve("foxden/shop/vault.key")).exists();
        beside(server, "--context", "../shop").complains(2, "wrong_usage");
        beside(server).complains(2, "wrong_usage");
    }

    @Test
    void the_one_that_nobody_named_is_as_new() {
        site.cli().run("status", "--json").exits(3);
        assertThat(folder).isEmptyDirectory();
    }

    private Cli.Run beside(Path server, String... more) {
        List<String> line = new ArrayList<>(List.of("--server", server.toString()));
        line.addAll(site.installation(more));
        return site.cli().run(line.toArray(String[]::new));
    }
}
