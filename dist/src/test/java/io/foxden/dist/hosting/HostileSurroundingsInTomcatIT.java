package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.server.Container;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileSurroundingsInTomcatIT extends HostileSurroundings {
    HostileSurroundingsInTomcatIT(@TempDir Path folder) throws IOException {
        super(Container.all().get(0), folder);
    }

    /** Nothing of Foxden's runs there that could say so: no class that does could be loaded by older servers. */
    @Test
    void a_host_that_leaves_web_fragments_out_is_as_before() throws IOException, InterruptedException {
        Surrounding ordered = Surrounding.of("ordered", archive -> archive, WebXml::emptyOrdering);
        server().deployer().deploy(ordered.name(), ordered.contextPath(), ordered.after());
        HostedApplication application = HostedApplication.withJar(server(), ordered.contextPath());
        assertThat(FirstPage.at(application.foxden("/health")).status()).isEqualTo(404);
        assertThat(application.firstPage().status()).isEqualTo(200);
        server().deployer().undeploy(ordered.name(), ordered.contextPath());
    }
}
