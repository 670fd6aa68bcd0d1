package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.server.Container;
import io.foxden.dist.server.ServerProcess;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real server that applications come into and go from while it runs. What its operator set for every Foxden in it leads
 * to one sandbox. Its methods are safe for several threads once it is started, each with applications of its own.
 */
final class HostServer implements AutoCloseable {
    /** What the administrator made up, and wrote into a file. */
    static final String ADMIN_TOKEN = "q7Vd0nXc4uTgY2bJmEa8-hosting";

    private static final Pattern COMPLAINT =
            Pattern.compile("failed to (stop|remove|unregister) it|SEVERE|Exception|WARN.*(oejw|loader)");

    private static final Pattern FOXDEN = Pattern.compile("(?i)foxden");

    private final String name;
    private final ServerProcess process;
    private final Deployer deployer;
    private final List<String> settings;
    private String host = "127.0.0.1";

    private HostServer(String name, ServerProcess process, Deployer deployer, List<String> settings) {
        this.name = name;
        this.process = process;
        this.deployer = deployer;
        this.settings = settings;
    }

    /** Not started yet. */
    static HostServer of(Path folder, Container container, Sandbox foxy) throws IOException {
        ServerProcess process = ServerProcess.in(folder.resolve("server"), container);
        boolean tomcat = Files.exists(process.base().resolve("conf/server.xml"));
        Deployer deployer = tomcat ? TomcatManager.in(process) : new JettyFolder(process);
        return new HostServer(container.toString(), process, deployer, settings(folder, foxy));
    }

    /** The project's name has no blank: it goes through a start script as a word. */
    private static List<String> settings(Path folder, Sandbox foxy) throws IOException {
        Path token = Files.writeString(folder.resolve("admin-token"), ADMIN_TOKEN + "\n");
        return List.of(
                "foxden.api-url=" + foxy.apiUrl(),
                "foxden.authorize-url=" + foxy.authorizeUrl(),
                "foxden.admin.token-file=" + token,
                "foxden.project-name=Hosting",
                "foxden.company-name=Example",
                "foxden.contact-name=Erin",
                "foxden.contact-email=erin@example.com",
                "foxden.contact-phone=5550100");
    }

    HostServer start(String... systemProperties) throws IOException {
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(systemProperties));
        all.add("java.io.tmpdir=" + Files.createDirectories(process.base().resolve("temp")));
        process.start(all.toArray(String[]::new));
        return this;
    }

    /** The same server under another name of this machine. */
    HostServer named(String host) {
        HostServer other = new HostServer(name, process, deployer, settings);
        other.host = host;
        return other;
    }

    Deployer deployer() {
        return deployer;
    }

    ServerProcess process() {
        return process;
    }

    URI url(String path) {
        URI url = process.url(path);
        return URI.create(url.toString().replaceFirst("//127\\.0\\.0\\.1:", "//" + host + ":"));
    }

    /** Where the installations in this server have their homes. */
    Path homes() {
        return process.base().resolve("foxden");
    }

    /** Every file and folder of the server and of its temporary folder, but for the homes. */
    List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(process.base())) {
            return all.filter(path -> !path.startsWith(homes()))
                    .map(path -> process.base().relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Everything that the server wrote to its console and its logs since its first start. */
    String logs() throws IOException {
        return logs(process.base()) + logs(process.base().resolve("logs"));
    }

    private static String logs(Path folder) throws IOException {
        StringBuilder logs = new StringBuilder();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".log")).toList()) {
                    logs.append(Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
        return logs.toString();
    }

    /** Ends the server as an operator does, and holds that nothing of an application's stayed behind. */
    void stop() throws IOException, InterruptedException {
        process.stop();
        leftNothingBehind();
    }

    /** The same in a server with applications that may leave behind what they like. */
    void stopWithoutTraceOfFoxden() throws IOException, InterruptedException {
        process.stop();
        assertThat(logs().lines()
                        .filter(line -> COMPLAINT.matcher(line).find())
                        .filter(line -> FOXDEN.matcher(line).find()))
                .isEmpty();
    }

    /** Tomcat tells of threads, thread locals and drivers that an application leaves behind. */
    void leftNothingBehind() throws IOException {
        assertThat(logs().lines().filter(line -> COMPLAINT.matcher(line).find()))
                .isEmpty();
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
