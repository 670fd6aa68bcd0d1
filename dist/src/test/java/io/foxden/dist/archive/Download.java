package io.foxden.dist.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One of the archives that the build leaves in {@code dist/target}. */
record Download(Path file) {
    static final String VERSION = System.getProperty("dist.version");

    private static final Path TARGET = Path.of(System.getProperty("dist.target"));

    static Download war() {
        return new Download(TARGET.resolve("foxden.war"));
    }

    static Download plugin() {
        return new Download(TARGET.resolve("foxden-plugin.jar"));
    }

    static Download cli() {
        return new Download(TARGET.resolve("foxden-cli.jar"));
    }

    static Download zip() {
        return new Download(TARGET.resolve("foxden-" + VERSION + ".zip"));
    }

    long size() throws IOException {
        return Files.size(file);
    }

    /** The names of its files, without folders. */
    Set<String> names() throws IOException {
        return entries().stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its files, the largest first. */
    List<ZipEntry> entries() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .<ZipEntry>map(entry -> entry)
                    .sorted(Comparator.comparingLong(ZipEntry::getCompressedSize)
                            .reversed())
                    .toList();
        }
    }

    byte[] bytes(String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new AssertionError(file.getFileName() + " has no " + name);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }
    }

    String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
