package io.foxden.benchmarks.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home folder for as long as it is needed. */
public record HomeFolder(Path path) implements AutoCloseable {
    public static HomeFolder make() throws IOException {
        return new HomeFolder(Files.createTempDirectory("foxden-benchmark"));
    }

    @Override
    public void close() throws IOException {
        TemporaryFolder.delete(path);
    }
}
