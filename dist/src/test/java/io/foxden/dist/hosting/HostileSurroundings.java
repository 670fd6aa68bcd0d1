package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.hosting.application.CompressedResponse;
import io.foxden.dist.hosting.application.CompressingFilter;
import io.foxden.dist.hosting.application.FirstOfAllInitializer;
import io.foxden.dist.hosting.application.LibrariesServlet;
import io.foxden.dist.hosting.application.ParameterReadingFilter;
import io.foxden.dist.hosting.application.RegisteringListener;
import io.foxden.dist.hosting.application.WrappingFilter;
import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts that make a guest's life hard. They come into one running server and go again, each for itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
abstract class HostileSurroundings {
    private final Sandbox foxy = Sandbox.start();
    private final HostServer server;
    private final Path folder;

    HostileSurroundings(Container container, Path folder) throws IOException {
        this.folder = folder;
        this.server = HostServer.of(folder, container, foxy);
    }

    @BeforeAll
    void start() throws IOException {
        server.start();
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        try (foxy;
                server) {
            server.stop();
            assertThat(foxy.violations()).isEmpty();
        }
    }

    static List<Surrounding> surroundings() {
        UnaryOperator<WebArchive> nothing = archive -> archive;
        return List.of(
                Surrounding.of("complete", nothing, WebXml::complete),
                Surrounding.of(
                        "ordered-and-called",
                        archive -> archive.classes(RegisteringListener.class),
                        WebXml::emptyOrdering,
                        xml -> xml.listener(RegisteringListener.class.getName())),
                Surrounding.of(
                        "ordered-and-named",
                        nothing,
                        WebXml::emptyOrdering,
                        xml -> xml.listener("io.foxden.host.FoxdenListener")),
                Surrounding.ordinary("space").at("/with%20space"),
                Surrounding.ordinary("umlaut").at("/k%C3%A4se"),
                Surrounding.of(
                        "filtered",
                        HostileSurroundings::withFilters,
                        xml -> xml.filter(WrappingFilter.class)
                                .filter(CompressingFilter.class)
                                .filter(ParameterReadingFilter.class)),
                firstOfAll("filtered-before"));
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void the_whole_job_is_done_and_the_host_is_as_before(Surrounding surrounding)
            throws IOException, InterruptedException {
        WholeJob.in(server, surrounding, HostedApplication::firstPage);
    }

    @Test
    void a_host_with_old_libraries_keeps_its_own_and_foxden_has_its_own() throws IOException, InterruptedException {
        Surrounding old = Surrounding.of(
                "old",
                archive -> archive.libraries(HostLibraries.old()),
                xml -> xml.servlet(LibrariesServlet.class, "/libraries"));
        WholeJob.in(server, old, application -> {
            FirstPage libraries = FirstPage.at(application.page("/libraries"));
            assertThat(libraries.body())
                    .contains(
                            "Jackson: jackson-databind-2.9.10.8.jar, 2.9.10-8, writes [1,2]",
                            "Jersey: jersey-client-3.0.18.jar, http://localhost/b",
                            "Bouncy Castle: bcprov-jdk15on-1.60.jar, 1.6",
                            "SLF4J: slf4j-api-1.7.36.jar, org.slf4j.impl.SimpleLoggerFactory");
            return List.of(libraries, application.firstPage());
        });
        assertThat(server.logs()).as("by java.util.logging").contains("answers at " + server.url("/old"));
    }

    @Test
    void a_host_with_logback_has_the_lines_of_foxden_in_its_own_log() throws IOException, InterruptedException {
        Path log = folder.resolve("host.log");
        Surrounding logging = Surrounding.of(
                "logging",
                archive -> archive.libraries(HostLibraries.logging())
                        .file("WEB-INF/classes/logback.xml", """
                        <configuration>
                          <appender name="FILE" class="ch.qos.logback.core.FileAppender">
                            <file>%s</file>
                            <encoder><pattern>%%level %%logger %%msg%%n</pattern></encoder>
                          </appender>
                          <root level="INFO"><appender-ref ref="FILE"/></root>
                        </configuration>
                        """.formatted(log)),
                xml -> xml);
        WholeJob.in(server, logging, HostedApplication::firstPage);
        assertThat(Files.readString(log)).contains("INFO io.foxden.", "answers at /logging/foxden");
        assertThat(server.logs()).doesNotContain("/logging/foxden");
    }

    @Test
    void a_filter_of_the_host_that_compresses_gets_what_it_can_compress() throws IOException, InterruptedException {
        Surrounding compressed = firstOfAll("compressed");
        server.deployer().deploy(compressed.name(), compressed.contextPath(), compressed.after());
        URI health = server.url(compressed.contextPath() + "/foxden/health");
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(health)
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(FirstPage.at(health).body())
                    .contains("\"UP\"");
        }
        server.deployer().undeploy(compressed.name(), compressed.contextPath());
    }

    /** A host whose filters stand before Foxden's own. */
    private static Surrounding firstOfAll(String name) {
        return Surrounding.of(
                name,
                archive -> withFilters(archive)
                        .classes(FirstOfAllInitializer.class)
                        .file(
                                "WEB-INF/classes/META-INF/services/jakarta.servlet.ServletContainerInitializer",
                                FirstOfAllInitializer.class.getName() + "\n"),
                xml -> xml);
    }

    private static WebArchive withFilters(WebArchive archive) {
        return archive.classes(
                WrappingFilter.class, CompressingFilter.class, CompressedResponse.class, ParameterReadingFilter.class);
    }

    HostServer server() {
        return server;
    }
}
