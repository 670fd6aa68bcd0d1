package io.foxden.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All lines, as Markdown that can be read as it is. */
public final class Table {
    private static final List<String> HEAD = List.of("work", "Foxden", "beside", "there", "ratio", "wanted");
    private static final String BEGIN = "<!-- begin of what the benchmarks write -->\n";
    private static final String END = "<!-- end -->\n";

    private Table() {}

    public static String of(List<Line> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        lines.forEach(line -> rows.add(line.cells()));
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            append(text, rows, row);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<List<String>> rows, int row) {
        for (int column = 0; column < HEAD.size(); column++) {
            text.append("| ").append(padded(rows, row, column)).append(' ');
        }
        text.append("|\n");
        if (row == 0) {
            text.append("|---".repeat(HEAD.size())).append("|\n");
        }
    }

    private static String padded(List<List<String>> rows, int row, int column) {
        int width = rows.stream()
                .mapToInt(cells -> cells.get(column).length())
                .max()
                .orElse(0);
        String cell = rows.get(row).get(column);
        return cell + " ".repeat(width - cell.length());
    }

    /** Puts this text between the two marks of a page, in place of what stood there. */
    public static void write(Path page, String text) throws IOException {
        String before = Files.readString(page);
        int begin = before.indexOf(BEGIN);
        int end = before.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for the table: " + BEGIN.strip() + " … " + END.strip());
        }
        Files.writeString(
                page, before.substring(0, begin + BEGIN.length()) + "\n" + text + "\n" + before.substring(end));
    }
}
