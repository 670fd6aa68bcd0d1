package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A wiki and a management console that others wrote and use, as they are published but for the JAR. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class ApplicationsIT {
    /** What is another in each answer. */
    private static final Pattern OF_THE_MOMENT = Pattern.compile("jsessionid=\\w+");

    private final Sandbox foxy = Sandbox.start();
    private final HostServer server;
    private final Path folder;

    ApplicationsIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        server = HostServer.of(folder, Container.all().get(0), foxy);
    }

    /** JSPWiki keeps its pages below the account's home. */
    @BeforeAll
    void start() throws IOException {
        server.start("user.home=" + Files.createDirectories(folder.resolve("home")));
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        try (foxy;
                server) {
            server.stopWithoutTraceOfFoxden();
            assertThat(foxy.violations()).isEmpty();
        }
    }

    @Test
    void jspwiki() throws IOException, InterruptedException {
        Surrounding wiki = Surrounding.foreign("jspwiki", HostLibraries.application("jspwiki.war"));
        WholeJob.in(server, wiki, application -> {
            FirstPage page = FirstPage.at(application.page("/Wiki.jsp?page=Main"));
            assertThat(page.body()).contains("JSPWiki", "This page does not exist");
            return OF_THE_MOMENT
                    .matcher(List.of(application.firstPage(), page).toString())
                    .replaceAll("");
        });
    }

    @Test
    void hawtio() throws IOException, InterruptedException {
        Surrounding console = Surrounding.foreign("hawtio", HostLibraries.application("hawtio.war"));
        WholeJob.in(server, console, application -> {
            FirstPage login = FirstPage.at(application.page("/login"));
            assertThat(login.status()).isEqualTo(200);
            assertThat(login.body()).contains("hawtio");
            return List.of(application.firstPage(), login);
        });
    }
}
