package io.foxden.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;

/**
 * Whose a file, folder or symbolic link is, and what may be done with it (POSIX: sys/stat.h). A link is not followed.
 *
 * @param mode with the kind of thing it is
 */
record Inode(Path path, int owner, int group, int mode) {
    private static final int KIND = 0170000;
    private static final int LINK = 0120000;
    private static final int FOLDER = 0040000;
    private static final int STICKY = 01000;
    private static final int GROUP_MAY_WRITE = 020;
    private static final int ALL_MAY_WRITE = 02;

    /** Whether files there have owners and modes that can be asked for. */
    static boolean known(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    static Inode of(Path path) throws IOException {
        Map<String, Object> now = Files.readAttributes(path, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
        return new Inode(path, number(now, "uid"), number(now, "gid"), number(now, "mode"));
    }

    private static int number(Map<String, Object> attributes, String name) {
        return (Integer) Objects.requireNonNull(attributes.get(name));
    }

    boolean isLink() {
        return (mode & KIND) == LINK;
    }

    boolean isFolder() {
        return (mode & KIND) == FOLDER;
    }

    /** Whether only the owner of something in it, or of itself, may take that away, whoever may write in it. */
    boolean isSticky() {
        return isFolder() && (mode & STICKY) != 0;
    }

    boolean groupMayWrite() {
        return !isLink() && (mode & GROUP_MAY_WRITE) != 0;
    }

    boolean allMayWrite() {
        return !isLink() && (mode & ALL_MAY_WRITE) != 0;
    }

    String ownerName() {
        return named().owner().getName();
    }

    String groupName() {
        return named().group().getName();
    }

    /** As in {@code rwxr-x---}. */
    String permissions() {
        return PosixFilePermissions.toString(named().permissions());
    }

    private PosixFileAttributes named() {
        try {
            return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw FileTrouble.reading(path, "looked-at", e);
        }
    }
}
