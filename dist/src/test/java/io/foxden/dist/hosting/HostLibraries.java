package io.foxden.dist.hosting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
