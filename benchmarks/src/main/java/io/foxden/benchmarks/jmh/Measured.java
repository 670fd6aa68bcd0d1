package io.foxden.benchmarks.jmh;

import io.foxden.benchmarks.harness.Effort;
import io.foxden.benchmarks.harness.Figure;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What JMH says of one method: nanoseconds and bytes allocated in one call. */
record Measured(double nanos, double bytes) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** Runs all methods of these classes, each in processes of its own; keyed by the method's name. */
    static Map<String, Measured> run(Effort effort, Class<?>... benchmarks) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        for (Class<?> benchmark : benchmarks) {
            options.include(benchmark.getName().replace(".", "\\.") + "\\..*");
        }
        options.verbosity(VerboseMode.SILENT)
                .forks(effort.isQuick() ? 1 : 2)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(effort.slice().toMillis()))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(effort.slice().toMillis()))
                .addProfiler(GCProfiler.class);
        Map<String, Measured> measured = new HashMap<>();
        for (RunResult result : new Runner(options.build()).run()) {
            measured.put(result.getPrimaryResult().getLabel(), of(result));
        }
        return measured;
    }

    private static Measured of(RunResult result) {
        double bytes = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED))
                .getScore();
        return new Measured(result.getPrimaryResult().getScore(), bytes);
    }

    @Override
    public String toString() {
        return Figure.time(nanos) + ", " + Figure.bytes(bytes);
    }
}
