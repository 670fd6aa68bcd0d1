package io.foxden.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.foxden.benchmarks.world.ConnectedPlugin;
import io.foxden.benchmarks.world.HostApplication;
import io.foxden.installation.Installation;
import jakarta.servlet.Filter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllocationTest {
    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 10_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path home;

    @Test
    void reading_a_valid_token_allocates_nothing() throws Exception {
        try (ConnectedPlugin plugin = ConnectedPlugin.in(home)) {
            Installation foxden = plugin.foxden();
            assertThat(foxden.accessToken()).isSameAs(foxden.accessToken());
            assertThat(allocatedBy(foxden::accessToken)).isZero();
        }
    }

    @Test
    void a_request_for_a_foreign_path_allocates_nothing() throws Exception {
        try (HostApplication application = HostApplication.in(home)) {
            Filter filter = application.filter();
            long before = application.direct();
            assertThat(application.throughFilter(filter)).isEqualTo(before + 1);
            assertThat(allocatedBy(() -> application.throughFilter(filter) > 0)).isZero();
        }
    }

    /** Bytes allocated by this thread in all the measured calls together. */
    private long allocatedBy(Callable<?> call) throws Exception {
        run(call, WARM_UP);
        long before = threads.getCurrentThreadAllocatedBytes();
        run(call, MEASURED);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static void run(Callable<?> call, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            call.call();
        }
    }
}
