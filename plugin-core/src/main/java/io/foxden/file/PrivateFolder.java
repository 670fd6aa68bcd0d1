package io.foxden.file;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder for its owner only (mode 0700 where the file system has modes). A home may be a symbolic link to one, what is
 * in it may not. Safe for many
 * threads and processes: nothing is held between calls.
 */
public final class PrivateFolder {
    private final Path path;
    private final Steps steps;

    private PrivateFolder(Path path, Steps steps) {
        this.path = path;
        this.steps = steps;
    }

    /**
     * The folder, made with those above it where it is not there. One that is there keeps its permissions, which may be
     * the operator's intention; {@link #warnings()} speaks of them.
     *
     * @throws OperatorException with {@link Code#HOME_UNUSABLE} if it can neither be found nor made, or not be written,
     *     or is a symbolic link
     */
    public static PrivateFolder prepare(Path path, Steps steps) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            NoLink.checked(absolute);
        } catch (IOException e) {
            throw FileTrouble.making(absolute, e);
        }
        return prepareHome(absolute, steps);
    }

    /** The same for a home, which may be a symbolic link to a folder. */
    public static PrivateFolder prepareHome(Path path, Steps steps) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            make(absolute, steps);
        } catch (IOException e) {
            throw FileTrouble.making(absolute, e);
        }
        if (FileTrouble.closed(absolute)) {
            throw FileTrouble.closedFolder(absolute);
        }
        return new PrivateFolder(absolute, steps);
    }

    /**
     * The folder if it is there; nothing is made, and nothing is said of whether it can be written.
     *
     * @throws FoxdenException as {@link WholeFile#read}, where nobody can say whether it is there
     */
    public static Optional<PrivateFolder> existing(Path path, Steps steps) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            NoLink.checked(absolute);
        } catch (IOException e) {
            throw FileTrouble.listing(absolute, e);
        }
        return existingHome(absolute, steps);
    }

    /** The same for a home, which may be a symbolic link to a folder. */
    public static Optional<PrivateFolder> existingHome(Path path, Steps steps) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            if (!Files.readAttributes(absolute, BasicFileAttributes.class).isDirectory()) {
                throw new NotDirectoryException(absolute.toString());
            }
            return Optional.of(new PrivateFolder(absolute, steps));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileTrouble.listing(absolute, e);
        }
    }

    /** The folder, looked at only when something is done in it. */
    public static PrivateFolder at(Path path, Steps steps) {
        return new PrivateFolder(path.toAbsolutePath().normalize(), steps);
    }

    public Path path() {
        return path;
    }

    /** A folder in this one, made where it is not there. */
    public PrivateFolder folder(String name) {
        return prepare(path.resolve(WholeFile.checked(name)), steps);
    }

    /** A file in this folder, which need not be there. */
    public WholeFile file(String name) {
        return new WholeFile(path.resolve(WholeFile.checked(name)), steps);
    }

    /** The names of the files in this folder in the alphabet's order, without those still being written. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, Files::isRegularFile)) {
            for (Path file : files) {
                names.add(name(file));
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw FileTrouble.listing(path, e);
        } catch (IOException e) {
            throw FileTrouble.listing(path, e);
        }
        names.removeIf(Unfinished::is);
        names.sort(null);
        return names;
    }

    /** The same names and the unfinished ones, some at a time. */
    public Round round() {
        return new Round(path);
    }

    /** Puts new, changed and deleted names on the disk. */
    public void flush() {
        flush(path, steps);
    }

    static void flush(Path folder, Steps steps) {
        try {
            Uninterrupted.doing(() -> {
                steps.forceFolder(folder);
                return folder;
            });
        } catch (IOException e) {
            throw FileTrouble.flushing(folder, e);
        }
    }

    /**
     * Deletes what writers left unfinished that stopped before this instant. What cannot be deleted is left: it does no
     * harm.
     */
    public void sweep(Instant before) {
        FileTime end = FileTime.from(before);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, file -> Unfinished.is(name(file)))) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).compareTo(end) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // another process sweeps too, or the folder is read-only: readers pass such files over anyway
            return;
        }
    }

    /** What is amiss with the folder without stopping anything: others than its owner may look into it. */
    public List<Problem> warnings() {
        return warnings(path, "chmod 700");
    }

    static List<Problem> warnings(Path path, String command) {
        try {
            @Nullable String mode = Permissions.tooOpen(path);
            if (mode == null) {
                return List.of();
            }
            Message what = Message.of("file/open-to-others").with("path", path).with("mode", mode);
            Message next = Message.of("file/open-to-others.next").with("command", command + " " + path);
            return List.of(Problem.of(Code.HOME_UNUSABLE, what).withNext(next));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Not {@code createDirectories}, which gives up on a symbolic link and makes the upper folders open to all. */
    private static void make(Path folder, Steps steps) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        @Nullable Path parent = folder.getParent();
        if (parent != null) {
            make(parent, steps);
        }
        try {
            steps.makeFolder(folder);
            if (parent != null) {
                flush(parent, steps);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.readAttributes(folder, BasicFileAttributes.class).isDirectory()) {
                throw e;
            }
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
