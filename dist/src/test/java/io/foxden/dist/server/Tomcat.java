package io.foxden.dist.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tomcat from its tar.gz; the distribution stays untouched, a base folder has its own copy of {@code conf}.
 *
 * @param unpacks whether it unpacks the archives that it deploys
 */
record Tomcat(String name, Path home, boolean unpacks) implements Container {
    private static final Pattern LISTENING = Pattern.compile("Starting ProtocolHandler \\[\"http-nio-.*?(\\d+)\"]");
    private static final Pattern READY = Pattern.compile("Server startup in \\[");
    private static final Pattern REDEPLOYED =
            Pattern.compile("Deployment of web application archive .* has finished in");

    Tomcat(String name, Path home) {
        this(name, home, true);
    }

    Tomcat packed() {
        return new Tomcat(name, home, false);
    }

    static Tomcat tomcat9() {
        return new Tomcat("Tomcat 9", Path.of(System.getProperty("dist.tomcat9")));
    }

    static Tomcat tomcat10() {
        return new Tomcat("Tomcat 10.1", Path.of(System.getProperty("dist.tomcat10")));
    }

    static Tomcat tomcat11() {
        return new Tomcat("Tomcat 11", Path.of(System.getProperty("dist.tomcat11")));
    }

    @Override
    public void layOut(Path base) throws IOException {
        for (String folder : List.of("conf", "logs", "temp", "webapps", "work")) {
            Files.createDirectories(base.resolve(folder));
        }
        try (Stream<Path> files = Files.list(home.resolve("conf"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, base.resolve("conf").resolve(file.getFileName()));
            }
        }
        Path serverXml = base.resolve("conf/server.xml");
        Files.writeString(
                serverXml,
                Files.readString(serverXml)
                        .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
                        .replace("unpackWARs=\"true\"", "unpackWARs=\"" + unpacks + "\"")
                        .replaceFirst(
                                "<Connector port=\"8080\"",
                                "<Connector address=\"127.0.0.1\" port=\"\\${test.port}\""));
    }

    @Override
    public ProcessBuilder process(Path base, int port, List<String> jvmOptions) {
        ProcessBuilder builder =
                new ProcessBuilder("sh", home.resolve("bin/catalina.sh").toString(), "run");
        builder.environment()
                .putAll(Map.of(
                        "CATALINA_HOME", home.toString(),
                        "CATALINA_BASE", base.toString(),
                        "JAVA_HOME", System.getProperty("java.home"),
                        "JAVA_OPTS", "-Dtest.port=" + port + " " + String.join(" ", jvmOptions)));
        return builder;
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
    public Optional<Pattern> redeployed() {
        return Optional.of(REDEPLOYED);
    }

    @Override
    public String toString() {
        return name;
    }
}
