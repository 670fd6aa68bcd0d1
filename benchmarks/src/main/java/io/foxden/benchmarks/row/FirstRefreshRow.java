package io.foxden.benchmarks.row;

import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.Figure;
import io.foxden.benchmarks.harness.Fork;
import io.foxden.benchmarks.harness.Line;
import io.foxden.benchmarks.harness.Median;
import io.foxden.benchmarks.harness.Row;
import io.foxden.benchmarks.world.ConnectedPlugin;
import io.foxden.benchmarks.world.FoxyProcess;
import io.foxden.benchmarks.world.HomeFolder;
import io.foxden.installation.Machinery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The first refresh that a process makes, three seconds after its start, beside the provider's own time. */
public final class FirstRefreshRow implements Row {
    private static final double PROVIDER_MILLIS = 50;

    @Override
    public String name() {
        return "first-refresh";
    }

    @Override
    public List<Line> measure(Effort effort) throws Exception {
        try (FoxyProcess foxy = FoxyProcess.start();
                HomeFolder home = HomeFolder.make()) {
            ConnectedPlugin.in(home.path(), foxy.address(), Machinery.real()).close();
            foxy.delayRefreshes(Duration.ofMillis((long) PROVIDER_MILLIS));
            List<Double> millis = new ArrayList<>();
            for (int n = 0; n < effort.processes(); n++) {
                millis.add(first(foxy, home, n));
            }
            double typical = Median.of(millis);
            return List.of(new Line(
                    "first refresh of a process",
                    Figure.millis(typical),
                    "the provider's own time",
                    Figure.millis(PROVIDER_MILLIS),
                    "+" + Figure.millis(typical - PROVIDER_MILLIS),
                    "≤ +150 ms"));
        }
    }

    private static double first(FoxyProcess foxy, HomeFolder home, int processes) throws Exception {
        List<String> arguments = List.of(
                home.path().toString(),
                foxy.address().api().toString(),
                foxy.address().authorize().toString(),
                String.valueOf(processes));
        try (Fork process = Fork.java(FirstRefresh.class, arguments)) {
            return Double.parseDouble(process.answer());
        }
    }
}
