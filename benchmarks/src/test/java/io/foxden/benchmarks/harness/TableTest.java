package io.foxden.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    @TempDir
    Path folder;

    @Test
    void a_table_takes_the_place_of_the_one_before_and_leaves_the_rest_of_the_page() throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "before\n<!-- begin of what the benchmarks write -->\nold\n<!-- end -->\nafter\n");

        Table.write(page, Table.of(List.of(new Line("work", "1 ms", "peer", "2 ms", "2.00", ""))));

        assertThat(Files.readString(page))
                .startsWith("before\n")
                .endsWith("<!-- end -->\nafter\n")
                .contains("| work | 1 ms   | peer   | 2 ms  | 2.00  |        |")
                .doesNotContain("old");
    }

    @Test
    void a_page_without_a_place_for_it_is_left_alone() throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "text");

        assertThatThrownBy(() -> Table.write(page, "table")).isInstanceOf(IOException.class);
        assertThat(Files.readString(page)).isEqualTo("text");
    }

    @Test
    void a_line_comes_back_from_its_cells() {
        Line line = new Line("work", "ours", "peer", "theirs", "ratio", "wanted");

        assertThat(Line.of(line.cells())).isEqualTo(line);
    }
}
