package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.server.ServerProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The text interface of Tomcat's own manager application. */
final class TomcatManager implements Deployer {
    private static final String ACCOUNT = "operator";
    private static final String PASSWORD = "op3rator-of-tests";
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServerProcess server;

    private TomcatManager(ServerProcess server) {
        this.server = server;
    }

    /**
     * Installs the manager in a Tomcat that does not run yet. Tomcat's own look through its applications, which would come
     * between, is switched off.
     */
    static TomcatManager in(ServerProcess server) throws IOException {
        Path conf = server.base().resolve("conf");
        Path serverXml = conf.resolve("server.xml");
        Files.writeString(
                serverXml,
                Files.readString(serverXml)
                        .replace("autoDeploy=\"true\"", "autoDeploy=\"false\"")
                        .replace("<Engine ", "<Engine backgroundProcessorDelay=\"-1\" "));
        Files.writeString(
                Files.createDirectories(conf.resolve("Catalina/localhost")).resolve("manager.xml"),
                "<Context docBase=\"${catalina.home}/webapps/manager\" privileged=\"true\"/>\n");
        Files.writeString(
                conf.resolve("tomcat-users.xml"),
                "<tomcat-users><user username=\"" + ACCOUNT + "\" password=\"" + PASSWORD
                        + "\" roles=\"manager-script\"/></tomcat-users>\n");
        return new TomcatManager(server);
    }

    @Override
    public void deploy(String name, String contextPath, WebArchive archive) throws IOException, InterruptedException {
        Path war = archive.writeTo(
                Files.createDirectories(server.base().resolveSibling("outbox")).resolve(name + ".war"));
        String answer = command(request("deploy?update=true&path=" + contextPath)
                .PUT(BodyPublishers.ofFile(war))
                .build());
        assertThat(answer).startsWith("OK").contains("Deployed");
    }

    @Override
    public void undeploy(String name, String contextPath) throws IOException, InterruptedException {
        assertThat(command(request("undeploy?path=" + contextPath).build())).startsWith("OK");
    }

    @Override
    public List<String> leaks() throws IOException, InterruptedException {
        return command(request("findleaks").build())
                .lines()
                .filter(line -> line.startsWith("/"))
                .toList();
    }

    private HttpRequest.Builder request(String command) {
        byte[] credentials = (ACCOUNT + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(server.url("/manager/text/" + command))
                .timeout(LONGEST)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private String command(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
