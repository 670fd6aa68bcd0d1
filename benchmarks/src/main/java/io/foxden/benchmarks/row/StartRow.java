package io.foxden.benchmarks.row;

import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.Figure;
import io.foxden.benchmarks.harness.Fork;
import io.foxden.benchmarks.harness.Line;
import io.foxden.benchmarks.harness.Median;
import io.foxden.benchmarks.harness.Row;
import io.foxden.benchmarks.world.HomeFolder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The start of an embedded Jetty up to its first answer, with {@code foxden-plugin.jar} in it and without. */
public final class StartRow implements Row {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Line> measure(Effort effort) throws Exception {
        try (HomeFolder classes = HomeFolder.make();
                HomeFolder known = HomeFolder.make()) {
            String classPath = classPath(classes.path());
            millis(classPath, known.path().toString());
            List<Double> without = new ArrayList<>();
            List<Double> overNew = new ArrayList<>();
            List<Double> overKnown = new ArrayList<>();
            for (int n = 0; n < effort.processes(); n++) {
                double alone = millis(classPath);
                without.add(alone);
                try (HomeFolder fresh = HomeFolder.make()) {
                    overNew.add(millis(classPath, fresh.path().resolve("home").toString()) - alone);
                }
                overKnown.add(millis(classPath, known.path().toString()) - alone);
            }
            double jetty = Median.of(without);
            return List.of(
                    line("a new home", Median.of(overNew), jetty, "≤ +120 ms"),
                    line("a known home", Median.of(overKnown), jetty, ""));
        }
    }

    private static Line line(String home, double over, double jetty, String wanted) {
        return new Line(
                "start of Jetty with " + home,
                Figure.millis(jetty + over),
                "the same Jetty without",
                Figure.millis(jetty),
                "+" + Figure.millis(over),
                wanted);
    }

    private static double millis(String classPath, String... home) throws IOException {
        try (Fork jetty = Fork.java(classPath, JettyStart.class.getName(), List.of(home))) {
            return Double.parseDouble(jetty.answer());
        }
    }

    /** The one class that starts it, Jetty, and Foxden as it is delivered; nothing of what else the benchmarks need. */
    private static String classPath(Path classes) throws IOException, URISyntaxException {
        Path benchmarks = Path.of(StartRow.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path target = Objects.requireNonNull(benchmarks.getParent());
        String name = JettyStart.class.getName().replace('.', '/') + ".class";
        Path copy = classes.resolve(name);
        Files.createDirectories(copy.getParent());
        try (InputStream bytes = StartRow.class.getClassLoader().getResourceAsStream(name);
                Stream<Path> libraries = Files.list(target.resolve("lib"))) {
            Files.copy(Objects.requireNonNull(bytes), copy);
            String jetty = libraries
                    .filter(library -> library.getFileName().toString().matches("(jetty-|jakarta\\.servlet|slf4j-).*"))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
            return String.join(
                    File.pathSeparator,
                    classes.toString(),
                    target.resolve("foxden-plugin.jar").toString(),
                    jetty);
        }
    }
}
