package io.foxden.dist.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What {@code scripts/hosts} runs: the hosts that its arguments name a part of, all without one; exits with 1 if one fails. */
public final class Matrix {
    private static final Path TARGET = Path.of(System.getProperty("dist.target"));
    private static final Path PROJECT = TARGET.resolveSibling("");
    private static final Path WORK = TARGET.resolve("hosts");

    private Matrix() {}

    public static void main(String[] names) throws IOException, InterruptedException {
        Downloads downloads = new Downloads(WORK.resolve("downloads"));
        Path made = Files.createDirectories(WORK.resolve("made"));
        List<Host> all = new Catalogue(downloads, made, PROJECT.resolve("src/test/boot")).hosts();
        List<Host> chosen = all.stream().filter(host -> isChosen(host, names)).toList();
        if (chosen.isEmpty()) {
            System.err.println("No host has such a name. There are: "
                    + String.join(", ", all.stream().map(Host::name).toList()));
            System.exit(2);
        }
        System.exit(run(all, chosen) ? 0 : 1);
    }

    private static boolean isChosen(Host host, String[] names) {
        String name = host.name().toLowerCase(Locale.ROOT);
        return names.length == 0 || Stream.of(names).anyMatch(part -> name.contains(part.toLowerCase(Locale.ROOT)));
    }

    /** Whether none failed. */
    private static boolean run(List<Host> all, List<Host> chosen) throws IOException, InterruptedException {
        Document document = new Document(PROJECT.resolveSibling("docs").resolve("hosts.md"));
        List<Row> rows = new ArrayList<>();
        for (Host host : chosen) {
            System.out.print(host.name() + ":");
            Row row = new Trial(host, emptied(host), TARGET.resolve("foxden-plugin.jar"), Matrix::tell).run();
            System.out.println(" – " + row.verdict() + (row.reason().isEmpty() ? "" : ": " + row.reason()));
            rows.add(row);
            document.write(all, rows);
        }
        return rows.stream().noneMatch(Row::isBad);
    }

    private static void tell(String step) {
        System.out.print(" " + step);
        System.out.flush();
    }

    /** The folder of one host's run; what a run left there stays until the next one, to be looked into. */
    private static Path emptied(Host host) throws IOException {
        Path folder = WORK.resolve("run").resolve(host.name().replaceAll("[^A-Za-z0-9.]+", "-"));
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
