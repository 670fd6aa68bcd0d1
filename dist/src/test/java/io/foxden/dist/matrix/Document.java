package io.foxden.dist.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code docs/hosts.md}: a text of ours around a table, of which the lines of hosts not run this time are kept. */
record Document(Path file) {
    private static final String ROWS = "{{rows}}";

    /** @param all every host, in the order of the table */
    void write(List<Host> all, Map<String, Row> run) throws IOException {
        Map<String, String> kept = kept();
        StringBuilder rows = new StringBuilder();
        for (Host host : all) {
            Row row = run.get(host.name());
            String line = row != null ? row.line() : kept.get(host.name());
            if (line != null) {
                rows.append(line).append('\n');
            }
        }
        Files.writeString(file, template().replace(ROWS, rows.toString().stripTrailing()));
    }

    private Map<String, String> kept() throws IOException {
        Map<String, String> kept = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split(" \\| ", 2);
                if (line.startsWith("| ") && cells.length == 2) {
                    kept.put(cells[0].substring(2), line);
                }
            }
        }
        return kept;
    }

    private static String template() throws IOException {
        try (InputStream in = Objects.requireNonNull(Document.class.getResourceAsStream("/matrix/hosts.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
