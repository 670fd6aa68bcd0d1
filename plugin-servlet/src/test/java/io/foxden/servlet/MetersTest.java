package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running web application shows to JMX. */
class MetersTest {
    @TempDir
    Path home;

    @Test
    void it_is_to_be_seen_in_jmx_while_it_runs_and_not_after() throws JMException {
        try (WebServer server = WebServer.alone(home).start()) {
            await().until(() -> !shown(server.home()).isEmpty());
        }
        assertThat(shown(home)).isEmpty();
    }

    private static Set<ObjectName> shown(Path home) throws JMException {
        ObjectName wanted = new ObjectName("io.foxden:type=Installation,home=" + ObjectName.quote(home.toString()));
        return ManagementFactory.getPlatformMBeanServer().queryNames(wanted, null);
    }
}
