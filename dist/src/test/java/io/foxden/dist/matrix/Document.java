package io.foxden.dist.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code docs/hosts.md}: a text of ours around a table with a line for each host and version of Java. Lines of what was not
 * run this time are kept.
 */
record Document(Path file) {
    private static final String ROWS = "{{rows}}";

    /** The beginning of a line: the host's name, its version, that of Java. */
    private static final Pattern LINE = Pattern.compile("\\| (.+?) \\| .+? \\| (\\d+) \\| .*");

    /** @param all every host, in the order of the table */
    void write(List<Host> all, List<Row> run) throws IOException {
        Map<String, SortedMap<Integer, String>> lines = kept();
        for (Row row : run) {
            lines.computeIfAbsent(row.host().name(), name -> new TreeMap<>())
                    .put(row.host().java(), row.line());
        }
        String rows = all.stream()
                .flatMap(host -> lines.getOrDefault(host.name(), new TreeMap<>()).values().stream())
                .collect(Collectors.joining("\n"));
        Files.writeString(file, template().replace(ROWS, rows));
    }

    /** The lines of each host by the version of Java. */
    private Map<String, SortedMap<Integer, String>> kept() throws IOException {
        Map<String, SortedMap<Integer, String>> kept = new HashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    kept.computeIfAbsent(matcher.group(1), name -> new TreeMap<>())
                            .put(Integer.valueOf(matcher.group(2)), line);
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
