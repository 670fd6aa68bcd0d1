package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two ordinary applications with the JAR and {@code foxden.war} beside them, in one server: three installations. */
class OrdinaryHostIT {
    private static final Path WAR = Path.of(System.getProperty("dist.target"), "foxden.war");
    private static final Surrounding FIRST = Surrounding.ordinary("first");
    private static final Surrounding SECOND = Surrounding.ordinary("second");

    @TempDir
    Path folder;

    private final Sandbox foxy = Sandbox.start();

    @AfterEach
    void stopFoxy() {
        foxy.close();
    }

    /** The last one looks for no initializers, so that the web fragment is the only way into a host. */
    static Iterable<Container> containers() {
        return Container.all();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void three_installations_in_one_server_do_not_disturb_one_another_nor_their_hosts(Container container)
            throws IOException, InterruptedException {
        try (HostServer server = HostServer.of(folder, container, foxy)) {
            HostedApplication first = HostedApplication.withJar(server, FIRST.contextPath());
            HostedApplication second = HostedApplication.withJar(server, SECOND.contextPath());
            HostedApplication own = HostedApplication.ofWar(server, "/foxden");

            put(server, FIRST.before(), SECOND.before());
            server.start();
            List<FirstPage> pages = List.of(first.firstPage(), second.firstPage());
            FirstPage nothing = FirstPage.at(first.foxden("/health"));
            assertThat(nothing.status()).isEqualTo(404);
            server.stop();
            List<String> files = server.files();

            put(server, FIRST.after(), SECOND.after());
            server.process().deploy(WAR);
            server.start();
            threeInstallations(first, second, own);
            assertThat(List.of(first.firstPage(), second.firstPage())).isEqualTo(pages);
            theyAreIndependent(server, first, second, own);
            assertThat(second.firstPage()).isEqualTo(pages.get(1));
            server.deployer().undeploy("foxden", "/foxden");
            server.stop();

            put(server, FIRST.before(), SECOND.before());
            server.start();
            assertThat(List.of(first.firstPage(), second.firstPage())).isEqualTo(pages);
            assertThat(FirstPage.at(first.foxden("/health"))).isEqualTo(nothing);
            server.stop();
            assertThat(server.files())
                    .filteredOn(file -> !files.contains(file))
                    .allMatch(file -> file.endsWith(".log"));
            assertThat(server.homes().resolve("first")).isNotEmptyDirectory();
        }
    }

    /** Each has a client, a connection and a home of its own. */
    private void threeInstallations(HostedApplication first, HostedApplication second, HostedApplication own)
            throws IOException, InterruptedException {
        first.connect();
        second.status("new");
        second.connect();
        own.connect();
        assertThat(Set.of(first.clientId(), second.clientId(), own.clientId())).hasSize(3);
        assertThat(foxy.postsToClients()).isEqualTo(3);
        assertThat(foxy.violations()).isEmpty();
        assertThat(List.of(first.storeName(), second.storeName())).containsOnly("Example Store");
    }

    /** What happens to one, to its connection or as a whole, leaves the others as they are. */
    private static void theyAreIndependent(
            HostServer server, HostedApplication first, HostedApplication second, HostedApplication own)
            throws IOException, InterruptedException {
        String clientId = first.clientId();
        assertThat(own.script().post("disconnect").status()).isEqualTo(200);
        own.status("disconnected");
        server.deployer().deploy(FIRST.name(), FIRST.contextPath(), FIRST.after());
        assertThat(first.clientId()).isEqualTo(clientId);
        for (HostedApplication application : List.of(first, second)) {
            application.refresh();
            assertThat(application.storeName()).isEqualTo("Example Store");
        }
        server.deployer().undeploy(FIRST.name(), FIRST.contextPath());
        second.refresh();
        assertThat(second.storeName()).isEqualTo("Example Store");
        own.status("disconnected");
    }

    /** While the server does not run, in the place of what is there. */
    private void put(HostServer server, WebArchive first, WebArchive second) throws IOException {
        server.process().replace(first.writeTo(folder.resolve(FIRST.name() + ".war")));
        server.process().replace(second.writeTo(folder.resolve(SECOND.name() + ".war")));
    }
}
