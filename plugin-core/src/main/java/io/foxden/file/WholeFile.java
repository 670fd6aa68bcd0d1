package io.foxden.file;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.TryLaterException;
import io.foxden.words.Message;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A file that is replaced whole or not at all, whenever the process or the machine stops: readers see the old content or
 * the new. For its owner only (mode 0600 where the file system has modes). Safe for many threads and processes; of two
 * writers at once, the last one wins.
 */
public final class WholeFile {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,150}");

    /** The coarsest that file systems keep times is two seconds (FAT). */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final Path path;
    private final Steps steps;
    private final boolean named;

    WholeFile(Path path, Steps steps) {
        this(path, steps, false);
    }

    private WholeFile(Path path, Steps steps, boolean named) {
        this.path = path;
        this.steps = steps;
        this.named = named;
    }

    /** A file to read wherever it is, such as one the operator made and a setting names; it may be a symbolic link. */
    public static WholeFile at(Path path, Steps steps) {
        return new WholeFile(path.toAbsolutePath(), steps, true);
    }

    public Path path() {
        return path;
    }

    /** @throws FoxdenException as {@link #read} */
    public boolean exists() {
        return attributes().isPresent();
    }

    /**
     * The content; empty if there is no file.
     *
     * @param most how many bytes it may have
     * @throws OperatorException with {@link Code#RECORD_UNREADABLE} if it has more, with {@link Code#HOME_UNUSABLE} if
     *     this account may not read it
     * @throws TryLaterException with {@link Code#STORE_UNREACHABLE} if it cannot be read just now
     */
    public Optional<byte[]> read(int most) {
        try {
            byte[] bytes = Uninterrupted.doing(() -> steps.read(target(), most + 1));
            if (bytes.length > most) {
                throw new OperatorException(
                        Code.RECORD_UNREADABLE,
                        Message.of("file/too-large").with("path", path).with("most", most));
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileTrouble.reading(path, "read", e);
        }
    }

    /**
     * A number that differs from that of each content before, whoever wrote it; empty if there is no file.
     *
     * @throws FoxdenException as {@link #read}
     */
    public OptionalLong fingerprint() {
        Optional<BasicFileAttributes> file = attributes();
        return file.isEmpty() ? OptionalLong.empty() : OptionalLong.of(fingerprint(file.get()));
    }

    /** When it was written, as the file system says; empty if there is no file. */
    public Optional<Instant> changedAt() {
        return attributes().map(file -> file.lastModifiedTime().toInstant());
    }

    /**
     * Replaces the content, or makes the file; when this returns, it is on the disk.
     *
     * @throws OperatorException with {@link Code#HOME_UNUSABLE} if this account may not write it; the old content is
     *     still there
     * @throws TryLaterException with {@link Code#STORE_UNREACHABLE} if it cannot be written just now; the same
     */
    public void write(byte[] content) {
        draft(content, true).place();
        flush();
    }

    /**
     * Writes content beside the file, and leaves this as it is.
     *
     * @param durable whether the content is on the disk when this returns
     * @throws FoxdenException as {@link #write}
     */
    public Draft draft(byte[] content, boolean durable) {
        try {
            return new Draft(Uninterrupted.doing(() -> written(content, durable)), path, steps);
        } catch (IOException e) {
            throw FileTrouble.writing(path, "written", e);
        }
    }

    /**
     * Makes the file with this content if there is none; of several writers at once, one does.
     *
     * @return whether this call made it
     * @throws FoxdenException as {@link #write}
     */
    public boolean create(byte[] content) {
        if (exists()) {
            return false;
        }
        try {
            Path unfinished = Uninterrupted.doing(() -> written(content, true));
            boolean made = linkIfAbsent(unfinished);
            steps.delete(unfinished);
            flush();
            return made;
        } catch (IOException e) {
            throw FileTrouble.writing(path, "written", e);
        }
    }

    /**
     * Makes an empty file, unless there is one. Nothing is lost of it if its folder is not flushed, but perhaps itself.
     *
     * @throws FoxdenException as {@link #write}
     */
    public void mark() {
        try {
            steps.begin(path).close();
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw FileTrouble.writing(path, "made", e);
        }
    }

    /**
     * Gives what is in this file to another one beside it, in place of that one's content. Nothing is written for it
     * where the file system has links.
     *
     * @throws FoxdenException as {@link #write}
     */
    public void shareWith(WholeFile other) {
        Path unfinished = Unfinished.beside(other.path);
        try {
            steps.link(path, unfinished);
        } catch (UnsupportedOperationException | IOException e) {
            copyTo(other, e);
            return;
        }
        Draft draft = new Draft(unfinished, other.path, steps);
        draft.place();
        draft.discard(); // POSIX: of two names of one file, a renamed one stays
    }

    /**
     * Deletes the file, for good when the folder was flushed.
     *
     * @return whether it was there
     * @throws FoxdenException as {@link #write}
     */
    public boolean remove() {
        try {
            return steps.delete(path);
        } catch (IOException e) {
            throw FileTrouble.writing(path, "deleted", e);
        }
    }

    /**
     * Deletes the file, for good; nothing happens if there is none.
     *
     * @throws FoxdenException as {@link #write}
     */
    public void delete() {
        if (remove()) {
            flush();
        }
    }

    /** What is amiss with the file without stopping anything: others than its owner may read it. */
    public List<Problem> warnings() {
        return PrivateFolder.warnings(path, "chmod 600");
    }

    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain file name: " + name);
        }
        return name;
    }

    private void flush() {
        PrivateFolder.flush(Objects.requireNonNull(path.getParent()), steps);
    }

    /** Begins anew under another name each time: an interrupt closes the channel. */
    private Path written(byte[] content, boolean durable) throws IOException {
        Path unfinished = Unfinished.beside(path);
        try (FileChannel channel = steps.begin(unfinished)) {
            steps.write(channel, unfinished, content);
            postpone(unfinished);
            if (durable) {
                steps.force(channel, unfinished);
            }
            return unfinished;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    /** Its time is to be later than that of the file there is, by what the coarsest file system can tell. */
    private void postpone(Path unfinished) throws IOException {
        Optional<BasicFileAttributes> file = attributes();
        if (file.isPresent()) {
            Instant least = file.get().lastModifiedTime().toInstant().plus(TICK);
            if (!least.isBefore(Instant.now().minus(TICK))) {
                Files.setLastModifiedTime(unfinished, FileTime.from(least));
            }
        }
    }

    private Path target() throws IOException {
        return named ? path.toRealPath() : path;
    }

    private Optional<BasicFileAttributes> attributes() {
        try {
            return Optional.of(Files.readAttributes(target(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileTrouble.reading(path, "looked-at", e);
        }
    }

    /**
     * Of the three, each alone may come again: a number of a file that was deleted, a size, and a time where clocks are
     * set back. Mixed (the finalizer of SplitMix64), so that a small difference in one does not undo that in another.
     */
    private static long fingerprint(BasicFileAttributes file) {
        long when = file.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        return mixed(file.size() + mixed(when + mixed(Objects.hashCode(file.fileKey()))));
    }

    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** A second name for a file is given by the system to one only, and only where there is none of that name. */
    private boolean linkIfAbsent(Path unfinished) throws IOException {
        try {
            steps.link(unfinished, path);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
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

    /** For the same ones. */
    private void copyTo(WholeFile other, Exception why) {
        byte[] content = read(Integer.MAX_VALUE - Byte.MAX_VALUE)
                .orElseThrow(() -> new IllegalStateException(path + " is gone", why));
        other.draft(content, true).place();
    }
}
