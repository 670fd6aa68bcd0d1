package io.foxden.file;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says of a file operation that failed what was tried, on which file, and why it did not go. */
final class Trouble {
    private Trouble() {}

    /** @param what was to be done, such as "written" */
    static OperatorException with(Path path, String what, IOException cause) {
        return new OperatorException(
                problem(path + " cannot be " + what + " by the account '" + System.getProperty("user.name", "?") + "': "
                        + reason(path, cause)),
                cause);
    }

    static OperatorException with(String detail) {
        return new OperatorException(problem(detail));
    }

    private static Problem problem(String detail) {
        return Problem.of(Code.HOME_UNUSABLE, detail + ".");
    }

    private static String reason(Path path, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied" + owner(path);
        }
        if (cause instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return "there is a file where a folder should be";
        }
        @Nullable String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }

    /** A frequent cause: a command run as another account than the server's. */
    private static String owner(Path path) {
        try {
            return "; it belongs to '" + Files.getOwner(path).getName() + "'";
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
