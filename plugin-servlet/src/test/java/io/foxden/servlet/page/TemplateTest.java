package io.foxden.servlet.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Path TEMPLATES = Path.of("src/main/templates");

    @Test
    void nothing_but_the_stylesheet_is_written_without_escaping() throws IOException {
        assertThat(lines())
                .filteredOn(line -> line.contains("{{{") || line.contains("{{&"))
                .containsExactlyInAnyOrder("<style>{{{frame.stylesheet}}}</style>", "<script>{{{script}}}</script>");
    }

    @Test
    void no_template_has_a_script_an_inline_style_or_a_foreign_address() throws IOException {
        assertThat(lines())
                .noneMatch(line -> (line.contains("<script") && !line.equals("<script>{{{script}}}</script>"))
                        || line.contains("style=")
                        || line.matches(".*\\son[a-z]+=.*")
                        || line.contains("://"));
    }

    @Test
    void what_comes_from_outside_is_escaped() {
        Problem problem = new Problem(Code.API_REFUSED, "<script>alert('&')</script>", "\"><img>", "<b>");
        Frame frame = new Frame(Words.english(), "</title>", "./", null);
        String page = new ProblemPage(frame, ProblemText.of(problem, Words.english()), null).html();

        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("<b>")
                .contains("&lt;script&gt;", "&lt;/title&gt; – Foxden</title>");
    }

    private static List<String> lines() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.flatMap(TemplateTest::lines).toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
