package io.foxden.benchmarks.jmh;

import io.foxden.benchmarks.world.ConnectedPlugin;
import io.foxden.benchmarks.world.TemporaryFolder;
import io.foxden.installation.Installation;
import io.foxden.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reading a valid access token, beside one volatile read and one look at the clock, which is the least it can cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AccessTokenBenchmark {
    private final Clock clock = Clock.systemUTC();
    private volatile Secret held = Secret.of("none");

    @SuppressWarnings("NullAway.Init") // made before the first measurement
    private ConnectedPlugin plugin;

    @SuppressWarnings("NullAway.Init") // made before the first measurement
    private Installation foxden;

    @SuppressWarnings("NullAway.Init") // made before the first measurement
    private Path home;

    @Setup
    public void connect() throws IOException {
        home = Files.createTempDirectory("foxden-benchmark");
        plugin = ConnectedPlugin.in(home);
        foxden = plugin.foxden();
        held = foxden.accessToken();
    }

    @TearDown
    public void close() throws IOException {
        plugin.close();
        TemporaryFolder.delete(home);
    }

    @Benchmark
    public Secret validToken() {
        return foxden.accessToken();
    }

    @Benchmark
    public Secret volatileReadAndClock() {
        Secret now = held;
        return clock.millis() > 0 ? now : held;
    }
}
