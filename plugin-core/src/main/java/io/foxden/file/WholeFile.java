package io.foxden.file;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that is replaced whole or not at all, whenever the process or the machine stops: readers see the old content or
 * the new. For its owner only (mode 0600 where the file system has modes). Safe for many threads and processes; of two
 * writers at once, the last one wins.
 */
public final class WholeFile {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,150}");
    private static final Pattern UNFINISHED = Pattern.compile("\\.[A-Za-z0-9._-]+\\.[0-9]+\\.tmp");

    private final Path path;
    private final Steps steps;

    WholeFile(Path path, Steps steps) {
        this.path = path;
        this.steps = steps;
    }

    /** A file wherever it is, such as one the operator made and a setting names. */
    public static WholeFile at(Path path, Steps steps) {
        return new WholeFile(path.toAbsolutePath(), steps);
    }

    public Path path() {
        return path;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * The content; empty if there is no file.
     *
     * @param most how many bytes it may have
     * @throws OperatorException with {@link Code#RECORD_UNREADABLE} if it has more, with {@link Code#HOME_UNUSABLE} if
     *     it cannot be read
     */
    public Optional<byte[]> read(int most) {
        try {
            byte[] bytes = Uninterrupted.doing(() -> start(most + 1));
            if (bytes.length > most) {
                throw new OperatorException(
                        Code.RECORD_UNREADABLE, path + " is larger than the " + most + " bytes it may have.");
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Trouble.with(path, "read", e);
        }
    }

    /**
     * Replaces the content, or makes the file; when this returns, it is on the disk.
     *
     * @throws OperatorException with {@link Code#HOME_UNUSABLE} if it cannot be written; the old content is still there
     */
    public void write(byte[] content) {
        try {
            Path unfinished = writeBeside(content);
            replace(unfinished);
            flushFolder(path.getParent());
            steps.reached(name() + " flushed");
        } catch (IOException e) {
            throw Trouble.with(path, "written", e);
        }
    }

    /**
     * Makes the file with this content if there is none; of several writers at once, one does.
     *
     * @return whether this call made it
     * @throws OperatorException with {@link Code#HOME_UNUSABLE} if it cannot be written
     */
    public boolean create(byte[] content) {
        if (exists()) {
            return false;
        }
        try {
            Path unfinished = writeBeside(content);
            boolean made = link(unfinished);
            flushFolder(path.getParent());
            steps.reached(name() + " flushed");
            return made;
        } catch (IOException e) {
            throw Trouble.with(path, "written", e);
        }
    }

    /**
     * Deletes the file; nothing happens if there is none.
     *
     * @throws OperatorException with {@link Code#HOME_UNUSABLE} if it cannot be deleted
     */
    public void delete() {
        try {
            if (Files.deleteIfExists(path)) {
                steps.reached(name() + " deleted");
                flushFolder(path.getParent());
                steps.reached(name() + " flushed");
            }
        } catch (IOException e) {
            throw Trouble.with(path, "deleted", e);
        }
    }

    /** What is amiss with the file without stopping anything: others than its owner may read it. */
    public List<Problem> warnings() {
        return PrivateFolder.warnings(path, "chmod 600");
    }

    private byte[] start(int most) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return stream.readNBytes(most);
        }
    }

    static boolean unfinished(String name) {
        return UNFINISHED.matcher(name).matches();
    }

    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain file name: " + name);
        }
        return name;
    }

    /** Makes a new, renamed or deleted name last. Windows has no such thing, and does so by itself. */
    static void flushFolder(@Nullable Path folder) throws IOException {
        if (folder == null || Permissions.forNewFolder(folder).length == 0) {
            return;
        }
        Uninterrupted.doing(() -> {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
                return folder;
            }
        });
    }

    private Path writeBeside(byte[] content) throws IOException {
        Path folder = path.getParent();
        Path unfinished = Files.createTempFile(folder, "." + name() + ".", ".tmp", Permissions.forNewFile(path));
        try {
            steps.reached(name() + " begun");
            Permissions.ownerOnly(unfinished);
            Uninterrupted.doing(() -> fill(unfinished, content));
            steps.reached(name() + " synced");
            return unfinished;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    private Path fill(Path unfinished, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(unfinished, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(channel, content);
            steps.reached(name() + " written");
            channel.force(true);
            return unfinished;
        }
    }

    private static void writeAll(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private void replace(Path unfinished) throws IOException {
        try {
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
            steps.reached(name() + " renamed");
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    /** A second name for a file is given by the system to one only, and only where there is none of that name. */
    private boolean link(Path unfinished) throws IOException {
        boolean made = linkIfAbsent(unfinished);
        steps.reached(name() + " linked");
        Files.deleteIfExists(unfinished);
        steps.reached(name() + " tidied");
        return made;
    }

    private boolean linkIfAbsent(Path unfinished) throws IOException {
        try {
            Files.createLink(path, unfinished);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | IOException e) {
            return moveIfAbsent(unfinished);
        }
    }

    /** For file systems without links (exFAT, some network shares), where two first starts at once are left to chance. */
    private boolean moveIfAbsent(Path unfinished) throws IOException {
        try {
            Files.move(unfinished, path);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private String name() {
        return String.valueOf(path.getFileName());
    }
}
