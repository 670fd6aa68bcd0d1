package io.foxden.benchmarks.row;

import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.Figure;
import io.foxden.benchmarks.harness.Line;
import io.foxden.benchmarks.harness.Median;
import io.foxden.benchmarks.harness.Row;
import io.foxden.benchmarks.world.ConnectedPlugin;
import io.foxden.benchmarks.world.FoxyProcess;
import io.foxden.benchmarks.world.HomeFolder;
import io.foxden.benchmarks.world.MovableClock;
import io.foxden.file.Steps;
import io.foxden.secret.RandomText;
import io.foxden.store.Change;
import io.foxden.store.Fields;
import io.foxden.store.FileStore;
import io.foxden.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Beginning a consent where many were begun and never came back, before and after they expired. */
public final class CrowdRow implements Row {
    private static final int CROWD = 10_000;
    private static final int QUICK_CROWD = 1_000;
    private static final int WARM_UP = 200;
    private static final int REFERENCE = 20;

    @Override
    public String name() {
        return "crowd";
    }

    @Override
    public List<Line> measure(Effort effort) throws Exception {
        int crowd = effort.isQuick() ? QUICK_CROWD : CROWD;
        MovableClock clock = new MovableClock();
        try (FoxyProcess foxy = FoxyProcess.start();
                HomeFolder home = HomeFolder.make();
                ConnectedPlugin plugin = ConnectedPlugin.in(home.path(), foxy.address(), clock.machinery())) {
            typical(plugin, WARM_UP);
            double alone = typical(plugin, effort.rounds());
            fill(home.path(), plugin, crowd);
            double open = typical(plugin, effort.rounds());
            clock.forward(Duration.ofDays(2));
            double first = millis(plugin);
            double expired = typical(plugin, effort.rounds());
            return List.of(
                    line(crowd + " open", open, alone),
                    line("the first after " + crowd + " expired", first, alone),
                    line("the next ones", expired, alone));
        }
    }

    private static Line line(String about, double ours, double alone) {
        return new Line(
                "beginning a consent, " + about,
                Figure.millis(ours),
                "Foxden, none about",
                Figure.millis(alone),
                Figure.times(ours / alone),
                "1.00 ×");
    }

    private static double typical(ConnectedPlugin plugin, int times) {
        List<Double> millis = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            millis.add(millis(plugin));
        }
        return Median.of(millis);
    }

    private static double millis(ConnectedPlugin plugin) {
        long begun = System.nanoTime();
        plugin.begin();
        return (System.nanoTime() - begun) / 1e6;
    }

    /** Copies what one more consent sets down, many times. */
    private static void fill(Path home, ConnectedPlugin plugin, int crowd) throws Exception {
        RandomText random = new RandomText(new SecureRandom());
        try (Store store = new FileStore(home, random, Steps.NONE)) {
            Set<String> before = new HashSet<>(store.names(""));
            plugin.begin();
            String name = store.names("").stream()
                    .filter(each -> !before.contains(each))
                    .findFirst()
                    .orElseThrow();
            Fields content = store.read(name).orElseThrow().content();
            String prefix = name.substring(0, name.length() - REFERENCE);
            for (int n = 0; n < crowd; n++) {
                store.change(
                        prefix + String.format("%020x", n),
                        now -> Change.to(content).soon());
            }
        }
    }
}
