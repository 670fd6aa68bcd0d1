package io.foxden.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} has a row for every code, and no other. */
class ErrorsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "errors.md");
    /** All columns but the last but one, which says in more words than the code has what it means. */
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z_]+)` \\| ([^|]+) \\| (\\d+) \\| (\\d+) \\| ([^|]{20,}\\.) \\| ([^|]+) \\|");

    @Test
    void every_code_has_its_row() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .map(ErrorsDocumentTest::withoutMeaning)
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Code.values())
                        .map(code -> String.join(
                                " | ",
                                code.word(),
                                code.title(),
                                String.valueOf(code.httpStatus()),
                                String.valueOf(code.exitStatus()),
                                code.remedy()))
                        .toList());
    }

    private static String withoutMeaning(String line) {
        Matcher row = ROW.matcher(line);
        assertThat(row.matches()).as("a row of six columns: %s", line).isTrue();
        return String.join(" | ", row.group(1), row.group(2), row.group(3), row.group(4), row.group(6));
    }
}
