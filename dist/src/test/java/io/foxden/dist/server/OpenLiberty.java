package io.foxden.dist.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Open Liberty with the servlet feature only, its server kept in a base folder. */
record OpenLiberty(String name, Path home) implements Container {
    private static final Pattern LISTENING = Pattern.compile("CWWKO0219I: .*\\(IPv4: 127\\.0\\.0\\.1\\) port (\\d+)");
    private static final Pattern READY = Pattern.compile("CWWKF0011I: ");
    private static final Pattern REDEPLOYED = Pattern.compile("CWWKZ0003I: ");
    private static final String SERVER = "usr/servers/host";
    private static final String CONFIGURATION = """
            <server>
              <featureManager><feature>pages-3.1</feature></featureManager>
              <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="${env.TEST_PORT}" httpsPort="-1"/>
              <logging consoleLogLevel="INFO"/>
              <applicationMonitor dropins="dropins" updateTrigger="polled"/>
            </server>
            """;

    @Override
    public void layOut(Path base) throws IOException {
        Files.createDirectories(deployments(base));
        Files.writeString(base.resolve(SERVER).resolve("server.xml"), CONFIGURATION);
    }

    @Override
    public Path deployments(Path base) {
        return base.resolve(SERVER).resolve("dropins");
    }

    @Override
    public Optional<Path> copies(Path base) {
        return Optional.of(base.resolve(SERVER).resolve("workarea"));
    }

    @Override
    public int heapMegabytes() {
        return 512;
    }

    @Override
    public ProcessBuilder process(Path base, int port, List<String> jvmOptions) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", home.resolve("bin/server").toString(), "run", "host");
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "WLP_USER_DIR", base.resolve("usr").toString(),
                        "TEST_PORT", Integer.toString(Ports.orFree(port)),
                        "JVM_ARGS", String.join(" ", jvmOptions)));
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
