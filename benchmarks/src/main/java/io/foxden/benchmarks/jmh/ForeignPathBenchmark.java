package io.foxden.benchmarks.jmh;

import io.foxden.benchmarks.world.HostApplication;
import io.foxden.benchmarks.world.TemporaryFolder;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A request of the host application's own on its way through Foxden's filter, beside the same without the filter. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ForeignPathBenchmark {
    @SuppressWarnings("NullAway.Init") // made before the first measurement
    private HostApplication application;

    @SuppressWarnings("NullAway.Init") // made before the first measurement
    private Filter filter;

    @SuppressWarnings("NullAway.Init") // made before the first measurement
    private Path home;

    @Setup
    public void start() throws IOException {
        home = Files.createTempDirectory("foxden-benchmark");
        application = HostApplication.in(home);
        filter = application.filter();
    }

    @TearDown
    public void close() throws IOException {
        application.close();
        TemporaryFolder.delete(home);
    }

    @Benchmark
    public long throughFilter() throws IOException, ServletException {
        return application.throughFilter(filter);
    }

    @Benchmark
    public long withoutFilter() {
        return application.direct();
    }
}
