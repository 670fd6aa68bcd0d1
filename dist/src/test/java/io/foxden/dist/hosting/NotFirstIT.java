package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.foxden.dist.hosting.application.DenyingFilter;
import io.foxden.dist.hosting.application.DenyingInitializer;
import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host whose gate stands before Foxden all the same: whoever runs it is told. */
class NotFirstIT {
    private static final Surrounding DENYING = Surrounding.of(
            "denying",
            archive -> archive.classes(DenyingFilter.class, DenyingInitializer.class)
                    .file(
                            "WEB-INF/classes/META-INF/services/jakarta.servlet.ServletContainerInitializer",
                            DenyingInitializer.class.getName() + "\n"),
            xml -> xml);

    @TempDir
    Path folder;

    @Test
    void the_log_and_the_command_line_say_who_answers_instead() throws IOException, InterruptedException {
        try (Sandbox foxy = Sandbox.start();
                HostServer server = HostServer.of(folder, Container.all().get(0), foxy)) {
            server.process().deploy(DENYING.after().writeTo(folder.resolve("denying.war")));
            server.start();
            await("the log says so")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> server.logs().contains("Requests to Foxden's address are answered by somebody else"));
            assertThat(server.logs()).contains("GET /denying/foxden/ gave 403", DenyingFilter.class.getName());
            String status = Cli.run(server.homes().resolve("denying"), "status", "--json");
            assertThat(status).contains("\"not_first\"");
            assertThat(Cli.run(server.homes().resolve("denying"), "doctor", "--json"))
                    .contains("\"not_first\"");
            server.process().stop();
        }
    }
}
