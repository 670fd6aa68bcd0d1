package io.foxden.dist.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands that the README tells people to run. */
final class ReadmeIT {
    private static final Pattern IN_BLOCK = Pattern.compile("(?m)^(\\./[^#\\n]*?)\\s*(#.*)?$");
    private static final Pattern COMMAND_LINE = Pattern.compile("`java -jar foxden-cli\\.jar ([^`]*)`");

    private static final Path TARGET = Path.of(System.getProperty("dist.target"));
    private static final Path ROOT = TARGET.resolve("../..").normalize();

    @Test
    void the_readme_has_two_commands_to_start_with_and_the_first_does_the_whole_job() throws Exception {
        List<String> commands = IN_BLOCK.matcher(readme())
                .results()
                .map(result -> result.group(1))
                .toList();
        // The second is what runs this test.
        assertThat(commands).containsExactly("./foxden demo --once", "./verify");

        CommandRun demo = CommandRun.of(List.of(ROOT.resolve("foxden").toString(), "demo", "--once"));

        assertThat(demo.exit()).as(demo.errors()).isZero();
        assertThat(demo.output()).contains("store_name: Example Store", "Done");
    }

    @Test
    void the_command_line_knows_every_command_that_the_readme_names() throws Exception {
        List<String> named = COMMAND_LINE
                .matcher(readme())
                .results()
                .map(result -> result.group(1))
                .map(arguments -> arguments.substring(arguments.lastIndexOf(' ') + 1))
                .toList();
        assertThat(named).isNotEmpty();
        for (String command : named) {
            List<String> arguments = command.equals("--help") ? List.of(command) : List.of(command, "--help");
            assertThat(cli(arguments).exit()).as(command).isZero();
        }
    }

    private static CommandRun cli(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                TARGET.resolve("foxden-cli.jar").toString()));
        command.addAll(arguments);
        return CommandRun.of(command);
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
