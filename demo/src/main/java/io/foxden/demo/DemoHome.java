package io.foxden.demo;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The home folder of a demo: temporary, or one given, which then has to be empty or an earlier demo's. The sandbox forgets
 * everything when it ends, so a demo always begins with nothing; a real installation must not be mistaken for one.
 */
final class DemoHome implements AutoCloseable {
    private static final String MARK = "this-is-a-demo";

    private final Path path;
    private final boolean kept;

    private DemoHome(Path path, boolean kept) {
        this.path = path;
        this.kept = kept;
    }

    /** @throws OperatorException (wrong_usage) if the folder given holds anything but an earlier demo */
    static DemoHome prepare(@Nullable Path given) throws IOException {
        if (given == null) {
            return new DemoHome(Files.createTempDirectory("foxden-demo-"), false);
        }
        if (Files.exists(given.resolve(MARK))) {
            empty(given);
        } else if (!isEmpty(given)) {
            throw new OperatorException(
                    Problem.of(Code.WRONG_USAGE, Message.of("demo/not-empty").with("folder", given))
                            .withNext(Message.of("demo/not-empty.next")));
        }
        Files.createDirectories(given);
        Files.createFile(given.resolve(MARK));
        return new DemoHome(given, true);
    }

    Path path() {
        return path;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                if (!visited.equals(folder)) {
                    Files.delete(visited);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A temporary folder goes away; a given one stays, to be looked at. */
    @Override
    public void close() throws IOException {
        if (!kept) {
            empty(path);
            Files.delete(path);
        }
    }
}
