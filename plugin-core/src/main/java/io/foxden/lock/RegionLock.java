package io.foxden.lock;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock on one byte far behind the end of a file, so that the file's text stays readable where locks are mandatory.
 * The operating system frees it when the process ends. The file is not opened as a channel: an interrupt would close
 * that, and with it give up the lock. To be taken by one thread at a time.
 */
final class RegionLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegionLock.class);
    private static final long POSITION = 1L << 30;
    private static final int MAX_TEXT = 200;

    private final Path path;
    private final boolean shared;
    private final RandomAccessFile file;
    private final @Nullable Object identity;
    private @Nullable FileLock lock;

    /** @param path an existing file */
    RegionLock(Path path, boolean shared) throws IOException {
        this.path = path;
        this.shared = shared;
        this.file = new RandomAccessFile(path.toFile(), "rw");
        this.identity = identity();
    }

    /** Whether it is ours now; at once, without waiting. */
    boolean take() throws IOException {
        try {
            lock = file.getChannel().tryLock(POSITION, 1, shared);
            return lock != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    /** Whether it is ours still: false too where the file was deleted, because others then lock a new one. */
    boolean taken() {
        try {
            return lock != null && lock.isValid() && Objects.equals(identity, identity());
        } catch (IOException gone) {
            return false;
        }
    }

    void write(String text) throws IOException {
        file.setLength(0);
        file.write(text.getBytes(StandardCharsets.UTF_8));
    }

    String text() throws IOException {
        byte[] bytes = new byte[MAX_TEXT];
        file.seek(0);
        int length = Math.max(0, file.read(bytes));
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("Closing {} failed; the lock on it ends with this process at the latest", path, e);
        }
    }

    /** The same for two names of one file; null where the file system has no such thing. */
    private @Nullable Object identity() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
}
