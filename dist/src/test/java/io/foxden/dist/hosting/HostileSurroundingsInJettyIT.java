package io.foxden.dist.hosting;

import io.foxden.dist.server.Container;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class HostileSurroundingsInJettyIT extends HostileSurroundings {
    HostileSurroundingsInJettyIT(@TempDir Path folder) throws IOException {
        super(Container.scanning(), folder);
    }
}
