package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.server.Container;
import io.foxden.dist.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a server that speaks javax.servlet Foxden cannot run, and harms nobody. */
class JavaxHostIT {
    @TempDir
    Path folder;

    @Test
    void the_host_is_as_before_and_one_line_says_why() throws IOException, InterruptedException {
        WebArchive host = WebArchive.empty()
                .file("index.jsp", "<p>A host's own page: <%= 6 * 7 %>\n")
                .withPlugin();
        try (ServerProcess tomcat = ServerProcess.in(folder.resolve("server"), Container.javax())) {
            tomcat.deploy(host.writeTo(folder.resolve("host.war"))).start();
            assertThat(FirstPage.at(tomcat.url("/host/")).body()).contains("A host's own page: 42");
            assertThat(Pattern.compile("needs Jakarta Servlet 5 or later")
                            .matcher(tomcat.log())
                            .results())
                    .hasSize(1);
            assertThat(tomcat.log()).doesNotContain("SEVERE", "Exception");
            tomcat.stop();
        }
    }
}
