package io.foxden.dist.hosting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A web application to be, as an archive. Immutable. */
final class WebArchive {
    /** The one JAR that an administrator copies. */
    static final Path PLUGIN = Path.of(System.getProperty("dist.target"), "foxden-plugin.jar");

    private final @Nullable Path original;
    private final Map<String, byte[]> entries;

    private WebArchive(@Nullable Path original, Map<String, byte[]> entries) {
        this.original = original;
        this.entries = entries;
    }

    static WebArchive empty() {
        return new WebArchive(null, Map.of());
    }

    /** Everything that is in an archive that others made. */
    static WebArchive of(Path war) {
        return new WebArchive(war, Map.of());
    }

    WebArchive file(String name, byte[] content) {
        Map<String, byte[]> more = new TreeMap<>(entries);
        more.put(name, content);
        return new WebArchive(original, more);
    }

    WebArchive file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Compiled classes of these tests. */
    WebArchive classes(Class<?>... classes) {
        WebArchive archive = this;
        for (Class<?> type : classes) {
            archive = archive.classFile(type);
            archive = archive.classes(type.getDeclaredClasses());
        }
        return archive;
    }

    private WebArchive classFile(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream in = WebArchive.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path of the tests");
            }
            return file("WEB-INF/classes/" + name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WebArchive libraries(List<Path> jars) {
        WebArchive archive = this;
        for (Path jar : jars) {
            archive = archive.library(jar);
        }
        return archive;
    }

    WebArchive library(Path jar) {
        return library(jar, jar.getFileName().toString());
    }

    /** @param name in the archive */
    WebArchive library(Path jar, String name) {
        try {
            return file("WEB-INF/lib/" + name, Files.readAllBytes(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole of an installation. */
    WebArchive withPlugin() {
        return library(PLUGIN);
    }

    /** @param war is made, or made anew */
    Path writeTo(Path war) throws IOException {
        Files.deleteIfExists(war);
        if (original != null) {
            Files.copy(original, war);
        }
        try (FileSystem zip = FileSystems.newFileSystem(
                URI.create("jar:" + war.toUri()), Map.of("create", String.valueOf(original == null)))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                Path file = zip.getPath("/" + entry.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, entry.getValue());
            }
        }
        return war;
    }

    /** @param folder is made, and holds what the archive would; only of an archive made here from nothing */
    Path unpackTo(Path folder) throws IOException {
        if (original != null) {
            throw new IllegalStateException("Only an archive made from nothing can be unpacked");
        }
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
        return folder;
    }
}
