package io.foxden.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of events in {@code docs/operations.md} lists what there is, with its facts. */
class OperationsDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| ([^|]*)\\|[^|]+\\|$");

    @Test
    void every_event_of_the_history_has_its_row() throws IOException, ReflectiveOperationException {
        List<String> wanted = new ArrayList<>();
        for (Class<?> kind : Event.class.getPermittedSubclasses()) {
            Event event = Samples.of(kind);
            if (kind != Event.StillFailing.class) {
                wanted.add(event.word() + event.facts().keySet());
            }
        }
        List<String> rows = ROW.matcher(Files.readString(Path.of("..", "docs", "operations.md")))
                .results()
                .map(row -> row.group(1) + "[" + row.group(2).replace("`", "").strip() + "]")
                .toList();

        assertThat(rows).containsExactlyElementsOf(wanted);
    }
}
