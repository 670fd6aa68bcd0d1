package io.foxden.dist.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One of the JARs that foxden-plugin.jar was made of. */
record Library(String name, String version, Download jar) {
    private static final Path PARTS = Path.of(System.getProperty("dist.parts"));

    /** The list of them that the build made. */
    static final Path SBOM = PARTS.resolveSibling("foxden.cdx.json");

    /** All that the build put in, Foxden's own modules too. */
    static List<Library> all() throws IOException {
        return Stream.of(Files.readString(PARTS).strip().split(File.pathSeparator, -1))
                .map(Path::of)
                .map(Library::of)
                .toList();
    }

    private static Library of(Path jar) {
        String[] parts =
                jar.getFileName().toString().replaceFirst("\\.jar$", "").split("-(?=\\d)", 2);
        return new Library(parts[0], parts[1], new Download(jar));
    }

    boolean isOurs() {
        return name.startsWith("plugin-");
    }

    /** Whether it is what a host's code calls, and so not hidden. */
    boolean isVisible() {
        return name.equals("plugin-api");
    }
}
