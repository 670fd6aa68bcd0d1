package io.foxden.dist.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An application that brings its server along: the one archive in the base folder is run as it is. */
record SpringBoot(String name) implements Container {
    private static final Pattern LISTENING =
            Pattern.compile("(?:Tomcat|Jetty|Undertow) started on ports?(?:\\(s\\):)? (\\d+)");
    private static final Pattern READY = Pattern.compile(" Started \\w+ in ");

    @Override
    public void layOut(Path base) throws IOException {
        Files.createDirectories(deployments(base));
    }

    @Override
    public ProcessBuilder process(Path base, int port, List<String> jvmOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Java.program());
        command.addAll(jvmOptions);
        command.addAll(
                List.of("-jar", application(base).toString(), "--server.address=127.0.0.1", "--server.port=" + port));
        return new ProcessBuilder(command);
    }

    private Path application(Path base) throws IOException {
        try (Stream<Path> archives = Files.list(deployments(base))) {
            return archives.findFirst().orElseThrow(() -> new IOException("No archive in " + deployments(base)));
        }
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
    public String toString() {
        return name;
    }
}
