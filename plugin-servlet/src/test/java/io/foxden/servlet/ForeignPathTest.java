package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.foxden.servlet.exchange.Base;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a request of the host's own costs. */
class ForeignPathTest {
    private static final int TIMES = 100_000;

    @Test
    void telling_a_foreign_path_from_ours_allocates_nothing() {
        Base base = new Base("/shop", "/foxden");
        String[] paths = {"/shop/", "/shop/cart", "/shop/foxdens/x", "/shop/foxden%20x", "/shop/fox"};
        assertThat(ours(base, paths)).isZero();

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        int ours = ours(base, paths);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(ours).isZero();
        assertThat(allocated).isLessThan(TIMES); // less than a byte each: the measuring itself costs something
    }

    private static int ours(Base base, String[] paths) {
        int ours = 0;
        for (int i = 0; i < TIMES; i++) {
            ours += base.owns(paths[i % paths.length]) ? 1 : 0;
        }
        return ours;
    }
}
