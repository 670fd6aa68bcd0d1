package io.foxden.dist.server;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Spring Boot application as a developer starts it, from a class path. */
record FlatSpringBoot(List<Path> classPath, String mainClass) implements Container {
    private static final SpringBoot ARCHIVED = new SpringBoot("Spring Boot");

    @Override
    public void layOut(Path base) {}

    @Override
    public ProcessBuilder process(Path base, int port, List<String> jvmOptions) {
        List<String> command = new ArrayList<>(List.of(Java.program()));
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                mainClass,
                "--server.address=127.0.0.1",
                "--server.port=" + port));
        return new ProcessBuilder(command);
    }

    @Override
    public Pattern listening() {
        return ARCHIVED.listening();
    }

    @Override
    public Pattern ready() {
        return ARCHIVED.ready();
    }

    @Override
    public String toString() {
        return ARCHIVED.toString();
    }
}
