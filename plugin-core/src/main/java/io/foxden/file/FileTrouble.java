package io.foxden.file;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.TryLaterException;
import io.foxden.words.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Says of a file operation that failed what was tried, on which file, why it did not go, and who must act: the operator
 * where this account may not do that there ({@link Code#HOME_UNUSABLE}), nobody where it may pass, such as a full disk
 * or too many open files ({@link Code#STORE_UNREACHABLE}). Which of them it is is looked up, and not read from the
 * system's words, which are in the system's language.
 */
public final class FileTrouble {
    private FileTrouble() {}

    public static FoxdenException reading(Path path, String what, IOException cause) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                ? folderForFile(path, cause)
                : with(path, what, cause, refused(cause) || isFile(path.getParent()));
    }

    static FoxdenException listing(Path folder, IOException cause) {
        return with(folder, "listed", cause, refused(cause));
    }

    static FoxdenException listing(Path folder, DirectoryIteratorException e) {
        @Nullable IOException cause = e.getCause();
        return listing(folder, cause == null ? new IOException(e) : cause);
    }

    /** @param what was to be done, as a key ends: "written" */
    public static FoxdenException writing(Path path, String what, IOException cause) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                ? folderForFile(path, cause)
                : with(path, what, cause, refused(cause) || closed(path.getParent()));
    }

    static FoxdenException flushing(Path folder, IOException cause) {
        return with(folder, "flushed", cause, refused(cause) || closed(folder));
    }

    static FoxdenException making(Path folder, IOException cause) {
        boolean operator = refused(cause) || cause instanceof NoSuchFileException || closed(folder.getParent());
        return with(folder, "made", cause, operator);
    }

    static FoxdenException closedFolder(Path folder) {
        return new OperatorException(
                Code.HOME_UNUSABLE,
                Message.of("file/closed-folder").with("path", folder).with("account", account()));
    }

    private static FoxdenException folderForFile(Path path, IOException cause) {
        Message what = Message.of("file/a-folder").with("path", path);
        Problem problem = Problem.of(Code.HOME_UNUSABLE, what).withNext(Message.of("file/a-folder.next"));
        return new OperatorException(problem, cause);
    }

    private static boolean isFile(@Nullable Path folder) {
        return folder != null && Files.isRegularFile(folder);
    }

    /** Whether it is certain that this account cannot write in a folder; not so where nobody knows just now. */
    static boolean closed(@Nullable Path folder) {
        if (folder == null) {
            return false;
        }
        try {
            return !Files.readAttributes(folder, BasicFileAttributes.class).isDirectory()
                    || !Files.isWritable(folder)
                    || !Files.isExecutable(folder);
        } catch (IOException e) {
            return refused(e) || e instanceof NoSuchFileException;
        }
    }

    private static FoxdenException with(Path path, String what, IOException cause, boolean operator) {
        if (operator || NoLink.isCause(path, cause)) {
            Message refused = failed("file/refused." + what, path, cause).with("account", account());
            return new OperatorException(Problem.of(Code.HOME_UNUSABLE, refused), cause);
        }
        Message failed = failed("file/failed." + what, path, cause);
        return new TryLaterException(Problem.of(Code.STORE_UNREACHABLE, failed), null, cause);
    }

    private static Message failed(String key, Path path, IOException cause) {
        return Message.of(key).with("path", path).with("reason", reason(path, cause));
    }

    private static String account() {
        return System.getProperty("user.name", "?");
    }

    private static boolean refused(IOException cause) {
        return cause instanceof AccessDeniedException
                || cause instanceof FileAlreadyExistsException
                || cause instanceof NotDirectoryException;
    }

    private static Message reason(Path path, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return denied(path);
        }
        if (NoLink.isCause(path, cause)) {
            return Message.of("file/reason.link");
        }
        if (cause instanceof NoSuchFileException) {
            return Message.of("file/reason.not-there");
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return Message.of("file/reason.no-folder");
        }
        @Nullable String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return Message.asIs(reason == null ? cause.getClass().getSimpleName() : reason);
    }

    /** A frequent cause: a command run as another account than the server's. */
    private static Message denied(Path path) {
        try {
            return Message.of("file/reason.denied-owner")
                    .with("owner", Files.getOwner(path).getName());
        } catch (IOException | UnsupportedOperationException e) {
            return Message.of("file/reason.denied");
        }
    }
}
