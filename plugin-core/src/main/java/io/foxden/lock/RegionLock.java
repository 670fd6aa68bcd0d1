package io.foxden.lock;

import io.foxden.file.NoLink;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock on one byte far behind the end of a file, so that the file's text stays readable where locks are mandatory.
 * The operating system frees it when the process ends. The file is not opened as a channel: an interrupt would close
 * that, and with it give up the lock. For one thread at a time.
 */
final class RegionLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegionLock.class);
    private static final long POSITION = 1L << 30;
    private static final int MAX_TEXT = 200;

    private final Path path;
    private final RandomAccessFile file;
    private final @Nullable Object identity;
    private boolean taken;

    /** @param path an existing file */
    private RegionLock(Path path) throws IOException {
        this.path = path;
        @Nullable Object before = identity(path);
        this.file = opened(path);
        this.identity = before;
    }

    /**
     * The lock, if it is free; at once, without waiting.
     *
     * @param path an existing file
     * @param shared whether it excludes only holders in this Java process
     * @return null if somebody has it, or if the file was replaced meanwhile
     */
    static @Nullable RegionLock take(Path path, boolean shared) throws IOException {
        RegionLock lock = new RegionLock(path);
        boolean kept = false;
        try {
            kept = lock.take(shared);
            return kept ? lock : null;
        } finally {
            if (!kept) {
                lock.close();
            }
        }
    }

    /** That it may not is not told apart by the exception: too many open files look the same. */
    private static RandomAccessFile opened(Path path) throws IOException {
        try {
            return new RandomAccessFile(NoLink.checked(path).toFile(), "rw");
        } catch (FileNotFoundException e) {
            throw Files.isWritable(path) ? e : new AccessDeniedException(path.toString());
        }
    }

    private boolean take(boolean shared) throws IOException {
        try {
            @Nullable FileLock lock = file.getChannel().tryLock(POSITION, 1, shared);
            taken = lock != null;
            return taken();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    /** Whether it is ours still: not so where the file was deleted or replaced, because others then lock another one. */
    boolean taken() {
        try {
            return taken && Objects.equals(identity, identity(path));
        } catch (IOException gone) {
            return false;
        }
    }

    /** What cannot be written is missed by those who wait, and does no more harm. */
    void write(byte[] text) {
        try {
            file.seek(0);
            file.write(text);
        } catch (IOException e) {
            LOG.debug("Nothing written into {}", path, e);
        }
    }

    String text() {
        try {
            byte[] bytes = new byte[MAX_TEXT];
            file.seek(0);
            int length = Math.max(0, file.read(bytes));
            return new String(bytes, 0, length, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            LOG.debug("Nothing read from {}", path, e);
            return "";
        }
    }

    @Override
    public void close() {
        taken = false;
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("Closing {} failed; the lock on it ends with this process at the latest", path, e);
        }
    }

    /** The same for two names of one file; null where the file system has no such thing. */
    private static @Nullable Object identity(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }
}
