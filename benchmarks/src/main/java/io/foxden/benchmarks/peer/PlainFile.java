package io.foxden.benchmarks.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file replaced as durably as can be by hand: written, flushed, renamed, and the folder flushed. */
public record PlainFile(Path folder) {
    public void save(byte[] content) throws IOException {
        Path fresh = folder.resolve("record.tmp");
        try (FileChannel file = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(content));
            file.force(true);
        }
        Files.move(fresh, path(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    public byte[] load() throws IOException {
        return Files.readAllBytes(path());
    }

    private Path path() {
        return folder.resolve("record");
    }
}
