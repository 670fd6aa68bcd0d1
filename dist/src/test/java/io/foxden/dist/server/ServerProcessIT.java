package io.foxden.dist.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerProcessIT {
    static Iterable<Container> containers() {
        return Container.all();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_container_starts_stops_and_starts_again_on_the_same_port(Container container, @TempDir Path folder)
            throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.in(folder, container)) {
            server.start();
            var url = server.url("/");
            System.out.println(container + " empty: " + server.startTime().toMillis() + " ms");
            server.stop();
            server.start();
            assertThat(server.url("/")).isEqualTo(url);
            server.kill();
            server.start();
            assertThat(server.url("/")).isEqualTo(url);
        }
    }
}
