package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications of the same name in one Tomcat: of two virtual hosts, and two versions of one. */
class VirtualHostsIT {
    private static final Surrounding SHOP = Surrounding.ordinary("ROOT");
    private static final String OTHER = "<Host name=\"127.0.0.1\" appBase=\"webapps-other\"/>";

    @TempDir
    Path folder;

    private final Sandbox foxy = Sandbox.start();
    private HostServer server;

    @BeforeEach
    void layOut() throws IOException {
        server = HostServer.of(folder, Container.all().get(0), foxy);
        Path serverXml = server.process().base().resolve("conf/server.xml");
        Files.writeString(serverXml, Files.readString(serverXml).replaceFirst("</Engine>", OTHER + "</Engine>"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.close();
        foxy.close();
    }

    @Test
    void each_virtual_host_has_an_installation_of_its_own_and_the_default_one_keeps_its_home()
            throws IOException, InterruptedException {
        deploy("webapps/ROOT.war");
        deploy("webapps-other/ROOT.war");
        server.start();
        HostedApplication usual = HostedApplication.withJar(server.named("localhost"), "");
        HostedApplication other = HostedApplication.withJar(server, "");
        usual.connect();
        other.status("new");
        other.connect();
        assertThat(foxy.postsToClients()).isEqualTo(2);
        assertThat(homes()).hasSize(2).contains("ROOT").anyMatch(name -> name.startsWith("ROOT@127"));
        server.stop();
    }

    @Test
    void who_opens_a_home_in_which_another_application_lives_is_refused_with_words()
            throws IOException, InterruptedException {
        deploy("webapps/ROOT.war");
        deploy("webapps-other/ROOT.war");
        server.start("foxden.home=" + folder.resolve("shared"));
        List<HostedApplication> both = List.of(
                HostedApplication.withJar(server.named("localhost"), ""), HostedApplication.withJar(server, ""));
        List<String> codes = List.of(code(both.get(0)), code(both.get(1)));
        assertThat(codes).containsExactlyInAnyOrder("", "home_in_use");
        assertThat(server.logs()).contains("is that of the application / of the virtual host");
        server.process().stop();
    }

    @Test
    void two_versions_of_one_application_share_its_home() throws IOException, InterruptedException {
        deploy("webapps/shop##1.war");
        deploy("webapps/shop##2.war");
        server.start();
        HostedApplication shop = HostedApplication.withJar(server.named("localhost"), "/shop");
        shop.connect();
        server.stop();
        assertThat(server.logs()).doesNotContain("home_in_use", "answered by somebody else");
        assertThat(homes()).containsExactly("shop");
    }

    private static String code(HostedApplication application) throws IOException, InterruptedException {
        return application.script().get("status").text("/problem/code");
    }

    private List<String> homes() throws IOException {
        try (var homes = Files.list(server.homes())) {
            return homes.map(home -> home.getFileName().toString()).toList();
        }
    }

    private void deploy(String war) throws IOException {
        Path target = server.process().base().resolve(war);
        Files.createDirectories(target.getParent());
        SHOP.after().writeTo(target);
    }
}
