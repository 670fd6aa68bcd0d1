package io.foxden.dist.hosting;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** What the build fetched for the hosts of these tests. */
final class HostLibraries {
    private static final Path ALL = Path.of(System.getProperty("dist.hosting"));

    private HostLibraries() {}

    /** Jackson 2.9, Jersey 3.0, Bouncy Castle 1.60 and SLF4J 1.7, with what they need. */
    static List<Path> old() {
        return jars("old");
    }

    /** SLF4J 2 with logback. */
    static List<Path> logging() {
        return jars("logging");
    }

    /** Spring with Spring Security, without and with Boot and a Tomcat of its own. */
    static List<Path> spring(boolean boot) {
        return jars("spring").stream()
                .filter(jar -> boot || !jar.getFileName().toString().matches("(spring-boot|tomcat|jakarta).*"))
                .toList();
    }

    /** The classes of a host with Spring, compiled here: Spring itself has no business on the class path of these tests. */
    static Path springClasses(Path target) throws IOException {
        Path sources = Path.of(System.getProperty("dist.hosts"));
        List<String> arguments = new ArrayList<>(List.of("-d", target.toString(), "-proc:none", "-cp"));
        arguments.add(spring(true).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IOException("The sources in " + sources + " do not compile");
        }
        return target;
    }

    static Path application(String war) {
        return ALL.resolve("applications").resolve(war);
    }

    private static List<Path> jars(String folder) {
        try (Stream<Path> files = Files.list(ALL.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
