package io.foxden.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks for about a minute and prints one table. For other measurements there is JMH's own command line:
 * {@code java -cp benchmarks.jar org.openjdk.jmh.Main -help}.
 */
public final class Main {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Main() {}

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Main.class.getPackageName() + "\\..*Benchmark")
                        .forks(2)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        System.out.printf("%n%-48s %10s %8s %10s%n", "benchmark", "ns/op", "+-", "B/op");
        results.forEach(Main::print);
    }

    private static void print(RunResult run) {
        Result<?> time = run.getPrimaryResult();
        double allocated =
                Objects.requireNonNull(run.getSecondaryResults().get(ALLOCATED)).getScore();
        System.out.printf(
                Locale.ROOT,
                "%-48s %10.2f %8.2f %10.3f%n",
                run.getParams().getBenchmark().replaceFirst(".*\\.(.*\\..*)", "$1"),
                time.getScore(),
                time.getScoreError(),
                allocated);
    }
}
