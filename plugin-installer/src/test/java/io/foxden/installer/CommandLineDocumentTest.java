package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.installer.command.RootCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The tables of {@code docs/command-line.md} list what there is. */
final class CommandLineDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "command-line.md");

    private final CommandLine line = new CommandLine(new RootCommand());

    @Test
    void every_command_is_listed_and_no_other() throws IOException {
        assertThat(firstColumn("## Commands"))
                .containsExactlyElementsOf(line.getSubcommands().keySet().stream()
                        .map(name -> "`" + name + "`")
                        .toList());
    }

    @Test
    void every_option_of_all_commands_is_listed() throws IOException {
        String table = String.join("\n", firstColumn("## Which installation"));

        for (OptionSpec option : line.getCommandSpec().options()) {
            assertThat(table).contains(option.names());
        }
    }

    @Test
    void every_exit_status_is_listed_with_its_meaning() throws IOException {
        String section = section("## Exit status");

        ExitCode.table()
                .forEach((status, meaning) -> assertThat(section).contains("| " + status + " | " + meaning + " |"));
        assertThat(firstColumn("## Exit status")).hasSize(ExitCode.values().length);
    }

    @Test
    void every_command_that_changes_something_can_say_so_first() throws IOException {
        String commands = section("## Commands");

        line.getSubcommands().forEach((name, command) -> {
            if (command.getCommandSpec().findOption("--dry-run") != null) {
                assertThat(commands.substring(commands.indexOf("`--dry-run`"))).contains("`" + name + "`");
            }
        });
    }

    private static List<String> firstColumn(String heading) throws IOException {
        return Pattern.compile("(?m)^\\| ([^|]+) \\|")
                .matcher(section(heading))
                .results()
                .map((MatchResult row) -> row.group(1))
                .skip(1)
                .toList();
    }

    private static String section(String heading) throws IOException {
        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf(heading);
        int end = text.indexOf("\n## ", begin + 1);
        return text.substring(begin, end < 0 ? text.length() : end);
    }
}
