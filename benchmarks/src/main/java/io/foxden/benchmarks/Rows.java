package io.foxden.benchmarks;

import io.foxden.benchmarks.harness.Row;
import io.foxden.benchmarks.jmh.ForeignRow;
import io.foxden.benchmarks.jmh.TokenRow;
import io.foxden.benchmarks.row.ConsentRow;
import io.foxden.benchmarks.row.CrowdRow;
import io.foxden.benchmarks.row.CustomersRow;
import io.foxden.benchmarks.row.FirstRefreshRow;
import io.foxden.benchmarks.row.RecordRow;
import io.foxden.benchmarks.row.StartRow;
import io.foxden.benchmarks.row.StoreRow;
import io.foxden.benchmarks.row.StormRow;
import java.util.List;

/** Everything that is measured, in the order of the table. */
final class Rows {
    private static final List<Row> ALL = List.of(
            new StoreRow(),
            new CustomersRow(),
            new ConsentRow(),
            new CrowdRow(),
            new StormRow(),
            new FirstRefreshRow(),
            new RecordRow(),
            new StartRow(),
            new TokenRow(),
            new ForeignRow());

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
