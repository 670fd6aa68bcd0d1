package io.foxden.benchmarks;

import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.Line;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Measures one row, in a process of its own; prints its lines, cells parted by tabulators. */
final class RowMain {
    static final String SEPARATOR = "\t";
    /** What else is printed, by whatever is measured, is no line of the table. */
    static final String MARK = "line" + SEPARATOR;

    private RowMain() {}

    public static void main(String[] arguments) throws Exception {
        Effort effort = arguments[1].equals("quick") ? Effort.quick() : Effort.full();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (Line line : Rows.named(arguments[0]).measure(effort)) {
            out.println(MARK + String.join(SEPARATOR, line.cells()));
        }
        System.exit(0);
    }
}
