package io.foxden.dist.matrix;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** What others publish, fetched by Maven once and kept below a folder. */
record Downloads(Path folder) {
    private static final String FETCHER = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:";

    /** A project of its own: the fetcher notes in a project's folder what it has unpacked, and does not unpack it again there. */
    private static final String PROJECT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>host</groupId>
              <artifactId>downloads</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
            </project>
            """;

    /** The one folder that is in an archive. */
    Path unpacked(String coordinate) throws IOException, InterruptedException {
        return only(fetched("unpack", coordinate));
    }

    Path file(String coordinate) throws IOException, InterruptedException {
        return only(fetched("copy", coordinate));
    }

    /** A copy of a Maven project, packaged; answers its folder of built things. */
    Path built(Path source, String name, List<String> options) throws IOException, InterruptedException {
        Path copy = folder.resolve(name);
        Path done = folder.resolve(name + ".done");
        if (!Files.exists(done)) {
            copy(source, copy);
            mvn(copy, Stream.concat(Stream.of("package"), options.stream()).toList());
            Files.createFile(done);
        }
        return copy.resolve("target");
    }

    private Path fetched(String goal, String coordinate) throws IOException, InterruptedException {
        Path target = folder.resolve(coordinate.replace(':', '_'));
        Path done = folder.resolve(target.getFileName() + ".done");
        if (!Files.exists(done)) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("pom.xml"), PROJECT);
            mvn(folder, List.of(FETCHER + goal, "-Dartifact=" + coordinate, "-DoutputDirectory=" + target));
            Files.createFile(done);
        }
        return target;
    }

    private static void mvn(Path folder, List<String> arguments) throws IOException, InterruptedException {
        Program.run(
                folder,
                Stream.concat(Stream.of("mvn", "-q", "-B", "-Dstyle.color=never"), arguments.stream())
                        .toList());
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow(() -> new IOException("Nothing was put into " + folder));
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
