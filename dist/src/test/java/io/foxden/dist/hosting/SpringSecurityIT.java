package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.server.Container;
import io.foxden.dist.server.ServerProcess;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts with Spring Security before everything: Foxden's addresses have a gate of their own, and stand before that. */
class SpringSecurityIT {
    private static final String OURS = "<title>Sign in – Foxden</title>";

    @TempDir
    Path folder;

    /** Which initializer a container calls first may follow from the name of the JAR. */
    @Test
    void in_a_war_that_denies_everything_the_whole_job_is_done_whatever_the_jar_is_called()
            throws IOException, InterruptedException {
        Path classes = HostLibraries.springClasses(Files.createDirectories(folder.resolve("classes")));
        WebArchive host = withClasses(WebArchive.empty(), classes).libraries(HostLibraries.spring(false));
        try (Sandbox foxy = Sandbox.start();
                HostServer server = HostServer.of(folder, Container.all().get(0), foxy)) {
            for (String name : List.of("0", "zz")) {
                server.process()
                        .deploy(host.library(WebArchive.PLUGIN, name + ".jar").writeTo(folder.resolve(name + ".war")));
            }
            server.start();
            for (String name : List.of("0", "zz")) {
                HostedApplication application = HostedApplication.withJar(server, "/" + name);
                assertThat(application.firstPage().status()).isEqualTo(403);
                assertThat(utf8(FirstPage.at(application.foxden("/")))).contains(OURS);
                application.connect();
            }
            assertThat(server.homes().resolve("zz/setup-code")).exists();
            server.stop();
            assertThat(foxy.violations()).isEmpty();
        }
    }

    @Test
    void in_spring_boot_both_keep_their_own_gates() throws IOException, InterruptedException {
        Path classes = HostLibraries.springClasses(Files.createDirectories(folder.resolve("classes")));
        List<Path> classPath = new ArrayList<>(List.of(classes));
        classPath.addAll(HostLibraries.spring(true));
        classPath.add(WebArchive.PLUGIN);
        try (ServerProcess boot =
                ServerProcess.in(folder.resolve("boot"), Container.springBoot(classPath, "host.BootHost"))) {
            boot.start("user.home=" + folder.resolve("account"));
            assertThat(FirstPage.at(boot.url("/")).status())
                    .as("the host's own gate")
                    .isEqualTo(401);
            assertThat(utf8(FirstPage.at(boot.url("/foxden/")))).contains(OURS);
            assertThat(FirstPage.at(boot.url("/foxden/health")).status()).isEqualTo(200);
            assertThat(folder.resolve("account/.foxden/ROOT/setup-code")).exists();
            boot.stop();
        }
    }

    private static String utf8(FirstPage page) {
        return new String(page.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static WebArchive withClasses(WebArchive archive, Path classes) throws IOException {
        WebArchive all = archive;
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all = all.file("WEB-INF/classes/" + classes.relativize(file), Files.readAllBytes(file));
            }
        }
        return all;
    }
}
