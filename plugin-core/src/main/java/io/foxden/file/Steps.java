package io.foxden.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The operations of which all work on files is made, in an order that decides what a power cut leaves. A test is told of
 * each, so that it can stop the work between one and the next; or does one in its own way, to see what depends on it.
 */
@FunctionalInterface
public interface Steps {
    /** Goes on without a word. */
    Steps NONE = step -> {};

    /** @param step what was just done, such as {@code "vault.json written"} */
    void reached(String step);

    /** The first bytes of a file, at most so many; a symbolic link is none. */
    default byte[] read(Path file, int most) throws IOException {
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return stream.readNBytes(most);
        }
    }

    /** Makes a new file, for its owner only before anything is in it. */
    default FileChannel begin(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), Permissions.forNewFile(file));
        Permissions.ownerOnly(file);
        reached(subject(file) + " begun");
        return channel;
    }

    default void write(FileChannel channel, Path file, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        reached(subject(file) + " written");
    }

    /** Puts what was written on the disk. */
    default void force(FileChannel channel, Path file) throws IOException {
        channel.force(true);
        reached(subject(file) + " synced");
    }

    /** In one step, also over a file of that name. */
    default void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        reached(subject(to) + " renamed");
    }

    /** A second name for the file, if nothing has that name. */
    default void link(Path file, Path name) throws IOException {
        Files.createLink(name, file);
        reached(subject(name) + " linked");
    }

    /** @return whether it was there */
    default boolean delete(Path file) throws IOException {
        boolean there = Files.deleteIfExists(file);
        if (there) {
            reached(subject(file) + " deleted");
        }
        return there;
    }

    /** Makes a new folder, for its owner only. */
    default void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder, Permissions.forNewFolder(folder));
        Permissions.ownerOnly(folder);
        reached(subject(folder) + " made");
    }

    default FileChannel open(Path folder) throws IOException {
        return FileChannel.open(folder, StandardOpenOption.READ);
    }

    /** Puts new, changed and deleted names on the disk. Windows has no such thing, and does so by itself. */
    default void forceFolder(Path folder) throws IOException {
        if (Permissions.ofPosix(folder)) {
            try (FileChannel channel = open(folder)) {
                channel.force(true);
            }
        }
        reached(subject(folder) + " flushed");
    }

    /** The name of the file that is meant, where it is still unfinished. */
    private static String subject(Path file) {
        return Unfinished.subject(String.valueOf(file.getFileName()));
    }
}
