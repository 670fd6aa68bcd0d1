package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Tomcat that does not unpack what it deploys looks for each file of a library from the library's beginning. Read so,
 * one step of the job would take longer than these tests wait for an answer.
 */
class PackedArchiveIT {
    private static final Surrounding HOST = Surrounding.ordinary("packed");

    @TempDir
    Path folder;

    @Test
    void the_whole_job_is_done_in_an_archive_that_stays_packed() throws IOException, InterruptedException {
        try (Sandbox foxy = Sandbox.start();
                HostServer server =
                        HostServer.of(folder, Container.packed(Container.all().get(0)), foxy)) {
            server.process().deploy(HOST.after().writeTo(folder.resolve("packed.war")));
            server.start();
            HostedApplication application = HostedApplication.withJar(server, HOST.contextPath());
            application.connect();
            assertThat(application.storeName()).isEqualTo("Example Store");
            assertThat(server.process().base().resolve("webapps/packed")).doesNotExist();
            server.stop();
        }
    }
}
