package io.foxden.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In its home Foxden follows no symbolic link: what it leads to may be anybody's, and would be read or overwritten with
 * the rights of whoever runs. Files are opened so that the system refuses; what cannot be opened so is looked at before.
 */
public final class NoLink {
    private NoLink() {}

    /** @throws IOException if a symbolic link has this name; {@link FileTrouble} knows it again */
    public static Path checked(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new FileSystemException(path.toString(), null, "a symbolic link");
        }
        return path;
    }

    /** Whether it failed because a symbolic link has this name; systems have different words for that. */
    static boolean isCause(Path path, IOException cause) {
        return cause.getClass() == FileSystemException.class && Files.isSymbolicLink(path);
    }
}
