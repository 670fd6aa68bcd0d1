package io.foxden.dist.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A GlassFish domain in a base folder: on 127.0.0.1 only, without TLS and message broker.
 *
 * @param java the folder of the Java that runs it
 */
record GlassFish(String name, Path home, Path java) implements Container {
    private static final Pattern LISTENING =
            Pattern.compile("HTTP listener http-listener-1 on host/port 127\\.0\\.0\\.1:(\\d+)");
    /** The archives in the folder are looked at after the start; one that has not changed since is not deployed anew. */
    private static final Pattern READY = Pattern.compile("was successfully deployed in");

    private static final Pattern READY_AGAIN = Pattern.compile("Loading application \\S+ done in");

    /** None: the one inside would listen on every address. */
    private static final String REMOTE_BROKER = """
            <jms-service type="REMOTE" default-jms-host="default_JMS_host">
              <jms-host name="default_JMS_host" host="localhost" port="7676"/>
            </jms-service>
            """;

    @Override
    public void layOut(Path base) throws IOException {
        Folders.copy(home.resolve("glassfish/domains/domain1"), domain(base));
        Path file = domain(base).resolve("config/domain.xml");
        Files.writeString(file, alone(Files.readString(file), Ports.orFree(0), Ports.orFree(0)));
        Files.createDirectories(deployments(base));
    }

    /** The configuration of a domain that listens where others can as well. */
    private static String alone(String domain, int port, int adminPort) {
        return domain.replaceFirst(
                        "<network-listener port=\"8080\"",
                        "<network-listener address=\"127.0.0.1\" port=\"" + port + "\"")
                .replaceFirst("<network-listener port=\"8181\"", "<network-listener enabled=\"false\" port=\"8181\"")
                .replaceFirst(
                        "<network-listener port=\"4848\"",
                        "<network-listener address=\"127.0.0.1\" port=\"" + adminPort + "\"")
                .replaceFirst("<jmx-connector ", "<jmx-connector enabled=\"false\" ")
                .replaceFirst("<admin-service ", REMOTE_BROKER + "<admin-service ")
                .replaceAll(
                        "<iiop-listener ([^>]*)address=\"0\\.0\\.0\\.0\"", "<iiop-listener $1address=\"127.0.0.1\"");
    }

    private static Path domain(Path base) {
        return base.resolve("domains/domain1");
    }

    @Override
    public Path deployments(Path base) {
        return domain(base).resolve("autodeploy");
    }

    @Override
    public int heapMegabytes() {
        return 512;
    }

    @Override
    public ProcessBuilder process(Path base, int port, List<String> jvmOptions) throws IOException {
        List<String> command = new ArrayList<>(launch(base));
        command.addAll(1, jvmOptions);
        return new ProcessBuilder(command);
    }

    /** What GlassFish's own starter would run, a line for each word. */
    private List<String> launch(Path base) throws IOException {
        ProcessBuilder starter = new ProcessBuilder(
                "bash",
                home.resolve("bin/asadmin").toString(),
                "start-domain",
                "--dry-run",
                "--domaindir",
                base.resolve("domains").toString(),
                "domain1");
        starter.environment().putAll(Map.of("AS_JAVA", java.toString(), "JAVA_HOME", java.toString()));
        Process running = starter.redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> words = said.lines()
                .dropWhile(line -> !line.endsWith("bin/java"))
                .takeWhile(line -> !line.isBlank())
                .toList();
        if (words.isEmpty()) {
            throw new IOException("GlassFish does not say how it is started: " + said);
        }
        return words;
    }

    @Override
    public Pattern listening() {
        return LISTENING;
    }

    @Override
    public Pattern ready() {
        return READY;
    }

    @Override
    public Pattern readyAgain() {
        return READY_AGAIN;
    }

    @Override
    public Optional<Pattern> redeployed() {
        return Optional.of(READY);
    }

    @Override
    public String toString() {
        return name;
    }
}
