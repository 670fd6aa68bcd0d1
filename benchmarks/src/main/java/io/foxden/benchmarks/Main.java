package io.foxden.benchmarks;

import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.Fork;
import io.foxden.benchmarks.harness.Line;
import io.foxden.benchmarks.harness.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures all rows, or those named, each in a process of its own, and prints one table. For other measurements of the
 * smallest paths there is JMH's own command line: {@code java -cp benchmarks.jar org.openjdk.jmh.Main -help}.
 */
public final class Main {
    private static final String USAGE = """
            Usage: java -jar benchmarks.jar [--quick] [--write PAGE] [ROW…]

              --quick       a tenth of the time, to see whether something went wrong
              --write PAGE  put the table into that page, such as docs/performance.md
              ROW           of %s; all without
            """.formatted(Rows.names());

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        List<String> rows = new ArrayList<>();
        Effort effort = Effort.full();
        Path page = null;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (word.equals("--quick")) {
                effort = Effort.quick();
            } else if (word.equals("--write") && !rest.isEmpty()) {
                page = Path.of(rest.pop());
            } else if (Rows.names().contains(word)) {
                rows.add(word);
            } else {
                System.err.print(USAGE);
                System.exit(2);
            }
        }
        measure(rows.isEmpty() ? Rows.names() : rows, effort, page, out);
    }

    private static void measure(List<String> rows, Effort effort, @Nullable Path page, PrintStream out)
            throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        boolean whole = true;
        for (String row : rows) {
            System.err.println("measuring " + row);
            whole &= measure(row, effort, lines);
        }
        String table = Table.of(lines);
        out.print(table);
        if (page != null) {
            Table.write(page, Machine.describe() + "\n\n" + table);
        }
        System.exit(whole ? 0 : 1);
    }

    /** False, and a word about it, where the row failed. */
    private static boolean measure(String row, Effort effort, List<Line> lines)
            throws IOException, InterruptedException {
        try (Fork process = Fork.java(RowMain.class, List.of(row, effort.isQuick() ? "quick" : "full"))) {
            process.rest().stream()
                    .filter(line -> line.startsWith(RowMain.MARK))
                    .map(line -> Line.of(
                            List.of(line.substring(RowMain.MARK.length()).split(RowMain.SEPARATOR, -1))))
                    .forEach(lines::add);
            boolean done = process.exitStatus() == 0;
            if (!done) {
                System.err.println("Row " + row + " failed; see above.");
            }
            return done;
        }
    }
}
