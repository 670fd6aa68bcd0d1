package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * One application deployed over and over in a server that keeps running, each time after it has answered and has called
 * Foxy. Nothing of the former ones may stay, not even for as long as there is memory.
 */
@Execution(ExecutionMode.CONCURRENT)
class RedeploymentIT {
    private static final int REDEPLOYMENTS = Integer.getInteger("dist.redeployments", 10);
    /** Until a server and its JDK have loaded and started what they need once. */
    private static final int TO_WARM_UP = 2;
    /** The classes of one installation with its libraries take ten times as much. */
    private static final double ROOM_KB = 1024;
    /** Jetty knows the application that it served last by a connection for as long as that is open. */
    private static final Duration UNTIL_CONNECTIONS_END = Duration.ofMinutes(2);

    private static final Surrounding HOST = Surrounding.ordinary("shop");

    @TempDir
    Path folder;

    private final Sandbox foxy = Sandbox.start();

    @AfterEach
    void stopFoxy() {
        foxy.close();
    }

    @Test
    void nothing_of_an_application_stays_in_tomcat_when_it_is_deployed_anew() throws IOException, InterruptedException {
        try (HostServer server = HostServer.of(folder, Container.all().get(0), foxy)) {
            nothingStays(server, new Generations("org.apache.catalina.loader.ParallelWebappClassLoader", 1));
        }
    }

    @Test
    void nothing_of_an_application_stays_in_jetty_when_it_is_deployed_anew() throws IOException, InterruptedException {
        try (HostServer server = HostServer.of(folder, Container.scanning(), foxy)) {
            nothingStays(server, new Generations("org.eclipse.jetty.ee.webapp.WebAppClassLoader", 0));
        }
    }

    private void nothingStays(HostServer server, Generations generations) throws IOException, InterruptedException {
        server.start();
        deploy(server);
        HostedApplication application = HostedApplication.withJar(server, HOST.contextPath());
        application.connect();
        redeploy(server, application, TO_WARM_UP);
        Remains before = generations.onlyTheLast(server);
        redeploy(server, application, REDEPLOYMENTS);
        Remains after = generations.onlyTheLast(server);
        System.out.printf(
                "%s, %d redeployments: metaspace %.0f KB before, %.0f KB after; %d threads before, %d after%n",
                server,
                REDEPLOYMENTS,
                before.metaspaceKb(),
                after.metaspaceKb(),
                before.threads().size(),
                after.threads().size());
        assertThat(after.threads()).hasSameSizeAs(before.threads());
        assertThat(after.metaspaceKb()).isLessThan(before.metaspaceKb() + ROOM_KB);
        assertThat(server.deployer().leaks()).isEmpty();
        server.stop();
    }

    private static void redeploy(HostServer server, HostedApplication application, int times)
            throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            deploy(server);
            application.refresh();
            assertThat(application.storeName()).isEqualTo("Example Store");
        }
    }

    private static void deploy(HostServer server) throws IOException, InterruptedException {
        server.deployer().deploy(HOST.name(), HOST.contextPath(), HOST.after());
    }

    /** The server's own for requests, of which there are as many as it likes: Tomcat renews them after each redeployment. */
    private static final Pattern POOLED = Pattern.compile("http-nio-.*-exec-[0-9]+|qtp.*");

    private record Remains(List<String> threads, double metaspaceKb) {}

    /**
     * What there is one of for each deployment.
     *
     * @param loader of applications, by the name of its class
     * @param others that the server has for applications of its own
     */
    private record Generations(String loader, int others) {
        private static final List<String> OURS =
                List.of("io.foxden.host.PluginLoader", "io.foxden.installation.Installation");

        /** Holds that all but the last are gone; tells the rest. */
        Remains onlyTheLast(HostServer server) throws IOException, InterruptedException {
            Jvm jvm = new Jvm(server.process().pid());
            await("end of the former deployments in " + server)
                    .atMost(UNTIL_CONNECTIONS_END)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        jvm.collectGarbage();
                        assertThat(jvm.instances(loader)).as(loader).isEqualTo(1 + others);
                        for (String name : OURS) {
                            assertThat(jvm.instances(name)).as(name).isEqualTo(1);
                        }
                        assertThat(jvm.deletedFilesHeldOpen()).isEmpty();
                    });
            return new Remains(
                    jvm.threads().stream()
                            .filter(name -> !POOLED.matcher(name).matches())
                            .toList(),
                    jvm.metaspace());
        }
    }
}
