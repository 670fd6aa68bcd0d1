package io.foxden.benchmarks;

import io.foxden.benchmarks.harness.Row;
import io.foxden.benchmarks.row.CustomersRow;
import io.foxden.benchmarks.row.StoreRow;
import java.util.List;

/** Everything that is measured, in the order of the table. */
final class Rows {
    private static final List<Row> ALL = List.of(new StoreRow(), new CustomersRow());

    private Rows() {}

    static List<String> names() {
        return ALL.stream().map(Row::name).toList();
    }

    /** @throws IllegalArgumentException if there is none of that name */
    static Row named(String name) {
        return ALL.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no row " + name + "; there are " + names()));
    }
}
