package io.foxden.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Foxden;
import io.foxden.Phase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
    @TempDir
    Path home;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void say_where_the_home_is() {
        System.setProperty("foxden.home", home.toString());
    }

    @AfterEach
    void forget_it() {
        System.clearProperty("foxden.home");
    }

    @Test
    void foxden_answers_in_an_embedded_server_and_ends_with_it() throws Exception {
        Server server = EmbeddedServer.on(0);
        server.start();
        Foxden foxden = Foxden.of(((ServletContextHandler) server.getHandler()).getServletContext());

        assertThat(get(server, "/shop/foxden/health").body()).contains("\"phase\" : \"new\"");
        assertThat(foxden.status().phase()).isEqualTo(Phase.NEW);
        assertThat(get(server, "/shop/store-name").statusCode()).isEqualTo(500);

        server.stop();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().toLowerCase(Locale.ROOT).contains("foxden"));
    }

    @Test
    void the_guide_shows_what_is_compiled() throws IOException {
        String guide = Files.readString(Path.of("../docs/embedding.md"));
        String code = Files.readString(Path.of("src/main/java/io/foxden/examples/StoreNameServlet.java"));
        String shown =
                guide.substring(guide.indexOf("```java\n") + 8, guide.indexOf("```\n", guide.indexOf("```java")));

        assertThat(shown.lines()).allSatisfy(line -> assertThat(code).contains(line));
    }

    private HttpResponse<String> get(Server server, String path) throws IOException, InterruptedException {
        URI address = server.getURI().resolve(path);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
