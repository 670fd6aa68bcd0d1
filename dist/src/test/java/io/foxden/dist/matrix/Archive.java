package io.foxden.dist.matrix;

import com.example.host.Everything;
import com.example.host.FirstPage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** WARs and JARs, made and added to. */
final class Archive {
    private Archive() {}

    /** The application that is ours, which knows nothing of Foxden. */
    static Path ofHost(Path target) throws IOException {
        try (FileSystem war = create(target)) {
            write(war, "WEB-INF/web.xml", "/matrix/host/web.xml");
            for (Class<?> type : List.of(Everything.class, FirstPage.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                write(war, "WEB-INF/classes/" + name, "/" + name);
            }
        }
        return target;
    }

    /** An application that is a page, for servers of any age. */
    static Path ofPage(Path target) throws IOException {
        try (FileSystem war = create(target)) {
            Files.writeString(
                    war.getPath("index.jsp"), "<title>Host</title><h1>The host's first page: <%= 6 * 7 %></h1>");
        }
        return target;
    }

    /** The files of a folder. */
    static Path ofFolder(Path folder, Path target) throws IOException {
        try (FileSystem war = create(target);
                Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path inside = war.getPath(folder.relativize(file).toString());
                createParent(inside);
                Files.copy(file, inside);
            }
        }
        return target;
    }

    /** A copy of an archive with a library added, as it is: not compressed once more. */
    static Path with(Path archive, Path library, String libraries, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(archive, target, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem copy = FileSystems.newFileSystem(jar(target), Map.of("compressionMethod", "STORED"))) {
            Path inside = copy.getPath(libraries, library.getFileName().toString());
            createParent(inside);
            Files.copy(library, inside);
        }
        return target;
    }

    private static FileSystem create(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        return FileSystems.newFileSystem(jar(target), Map.of("create", "true"));
    }

    private static void write(FileSystem war, String name, String resource) throws IOException {
        Path inside = war.getPath(name);
        createParent(inside);
        try (InputStream in = Objects.requireNonNull(Archive.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, inside);
        }
    }

    private static void createParent(Path inside) throws IOException {
        Path parent = inside.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    private static URI jar(Path file) {
        return URI.create("jar:" + file.toUri());
    }
}
