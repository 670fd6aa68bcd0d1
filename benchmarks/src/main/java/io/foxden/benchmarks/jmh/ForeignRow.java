package io.foxden.benchmarks.jmh;

import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.Figure;
import io.foxden.benchmarks.harness.Line;
import io.foxden.benchmarks.harness.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A request of the host application's own. */
public final class ForeignRow implements Row {
    @Override
    public String name() {
        return "foreign";
    }

    @Override
    public List<Line> measure(Effort effort) throws Exception {
        Map<String, Measured> all = Measured.run(effort, ForeignPathBenchmark.class);
        Measured ours = Objects.requireNonNull(all.get("throughFilter"));
        Measured without = Objects.requireNonNull(all.get("withoutFilter"));
        return List.of(new Line(
                "a foreign request through the filter",
                ours.toString(),
                "the same without the filter",
                without.toString(),
                "+" + Figure.time(ours.nanos() - without.nanos()),
                "0 B"));
    }
}
