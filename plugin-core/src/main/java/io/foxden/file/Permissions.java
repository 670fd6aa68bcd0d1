package io.foxden.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps files to their owner: by mode where the file system has one, else by an access list where it has that. */
final class Permissions {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private Permissions() {}

    static FileAttribute<?>[] forNewFolder(Path place) {
        return ofPosix(place) ? attributes(FOLDER) : new FileAttribute<?>[0];
    }

    static FileAttribute<?>[] forNewFile(Path place) {
        return ofPosix(place) ? attributes(FILE) : new FileAttribute<?>[0];
    }

    /** Where a new file cannot be made with an access list from the start, it gets one while it is still empty. */
    static void ownerOnly(Path path) throws IOException {
        @Nullable
        AclFileAttributeView view = ofPosix(path) ? null : Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }

    /** The mode as in {@code rw-r--r--} if others than the owner may do anything; null if they may not, or nobody knows. */
    static @Nullable String tooOpen(Path path) throws IOException {
        if (!ofPosix(path)) {
            return null;
        }
        Set<PosixFilePermission> now = Files.getPosixFilePermissions(path);
        return now.stream().anyMatch(OTHERS::contains) ? PosixFilePermissions.toString(now) : null;
    }

    /** Whether files there have a mode. */
    static boolean ofPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> mode) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
    }
}
