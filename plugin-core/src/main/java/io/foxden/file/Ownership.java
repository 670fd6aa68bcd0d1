package io.foxden.file;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether a home is this account's alone. As with the keys of ssh, it and the folders above it have to belong to this
 * account or to root and to be writable by nobody else, up to the first one that is root's, or in which nobody can take
 * away what is another's (sticky). A group may write where nobody else is in it: see {@link Groups}. A symbolic link on the
 * way has to be root's or this account's, and where it leads is looked at in the same way.
 *
 * <p>Nothing is said where the file system has no such owners and modes.
 */
public final class Ownership {
    private final Account account;
    private final Path home;

    private Ownership(Path home) throws IOException {
        this.account = Account.current();
        this.home = home;
    }

    private interface Look {
        void at(Ownership ownership) throws IOException;
    }

    /**
     * Whether it is this account that may work on a home.
     *
     * @param home a folder, which need not be there: then the one counts in which it would be made
     * @throws OperatorException with {@link Code#HOME_NOT_OURS} if it belongs to another account
     * @throws FoxdenException if nobody can say
     */
    public static void checkOwner(Path home) {
        look(home, Ownership::owner);
    }

    /**
     * The same, and whether only this account or root can have put there what is in it.
     *
     * @param parts the names of the files and folders in it that count, which need not be there
     * @throws OperatorException with {@link Code#HOME_NOT_OURS} if not, with {@link Code#HOME_UNUSABLE} if one of the parts
     *     is a symbolic link
     * @throws FoxdenException if nobody can say
     */
    public static void check(Path home, List<String> parts) {
        look(home, ownership -> {
            ownership.owner();
            ownership.way(ownership.nearest(home), home);
            for (String part : parts) {
                ownership.part(home.resolve(part));
            }
        });
    }

    /**
     * Whether only this account or root can have written a file that is elsewhere, such as one that a setting names.
     *
     * @throws FoxdenException as {@link #check}; not where there is no such file
     */
    public static void checkFile(Path file) {
        look(file, ownership -> {
            if (Files.exists(file)) {
                ownership.way(file, file);
            }
        });
    }

    private static void look(Path home, Look look) {
        Path absolute = home.toAbsolutePath().normalize();
        try {
            if (Inode.known(absolute)) {
                look.at(new Ownership(absolute));
            }
        } catch (IOException e) {
            throw FileTrouble.reading(subject(e, absolute), "looked-at", e);
        }
    }

    private static Path subject(IOException trouble, Path home) {
        return trouble instanceof FileSystemException file && file.getFile() != null ? Path.of(file.getFile()) : home;
    }

    /** Of root's folder it is enough that this account may write in it. */
    private void owner() throws IOException {
        Path place = nearest(home);
        Inode inode = Inode.of(place.toRealPath());
        boolean roots = inode.owner() == Account.ROOT && (!place.equals(home) || Files.isWritable(place));
        if (inode.owner() != account.number() && !roots) {
            throw othersHome(inode);
        }
    }

    /** The path itself, or the folder above it that is there, as far as this account can see. */
    private Path nearest(Path path) {
        Path place = path;
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    /** @param end in which nobody else may write at all; into a folder above it others may put what is theirs */
    private void way(Path from, Path end) throws IOException {
        for (Path each = from; each != null; each = each.getParent()) {
            Inode inode = Inode.of(each);
            checkOwner(inode);
            if (inode.isLink()) {
                way(target(each), each.equals(end) ? target(each) : end);
            } else {
                boolean sticky = inode.isSticky() && !each.equals(end);
                if (!sticky) {
                    checkWriters(inode);
                }
                if (sticky || (inode.owner() == Account.ROOT && !each.equals(end))) {
                    return;
                }
            }
        }
    }

    private static Path target(Path link) throws IOException {
        Path folder = Optional.ofNullable(link.getParent()).orElse(link).toRealPath();
        return folder.resolve(Files.readSymbolicLink(link)).normalize();
    }

    private void part(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && checked(path).isFolder()) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                for (Path file : files) {
                    checkIfThere(file);
                }
            }
        }
    }

    /** Others may be at work, and delete what was listed. */
    private void checkIfThere(Path file) throws IOException {
        try {
            checked(file);
        } catch (NoSuchFileException e) {
            return;
        }
    }

    private Inode checked(Path path) throws IOException {
        Inode inode = Inode.of(NoLink.checked(path));
        checkOwner(inode);
        checkWriters(inode);
        return inode;
    }

    private void checkOwner(Inode inode) {
        if (inode.owner() != account.number() && inode.owner() != Account.ROOT) {
            Message what = Message.of("file/foreign")
                    .with("path", inode.path())
                    .with("owner", inode.ownerName())
                    .with("mode", inode.permissions())
                    .with("account", account.name());
            throw notOurs(what, Message.of("file/foreign.next").with("command", handOver(inode)));
        }
    }

    private String handOver(Inode inode) {
        return (inode.isLink() ? "chown -h " : "chown ") + account.name() + " " + inode.path();
    }

    private void checkWriters(Inode inode) {
        boolean all = inode.allMayWrite();
        boolean group = inode.groupMayWrite() && !new Groups(account).oursAlone(inode);
        if (all || group) {
            Message whom = all
                    ? Message.of("file/writers.all")
                    : Message.of("file/writers.group").with("group", inode.groupName());
            Message what = Message.of("file/writable")
                    .with("path", inode.path())
                    .with("owner", inode.ownerName())
                    .with("mode", inode.permissions())
                    .with("account", account.name())
                    .with("whom", whom);
            String command = "chmod " + (group ? "g" : "") + (all ? "o" : "") + "-w " + inode.path();
            throw notOurs(what, Message.of("file/writable.next").with("command", command));
        }
    }

    private FoxdenException othersHome(Inode inode) {
        Message what = Message.of("file/others-home")
                .with("path", inode.path())
                .with("owner", inode.ownerName())
                .with("mode", inode.permissions())
                .with("account", account.name());
        Message next = Message.of("file/others-home.next").with("command", asOwner(inode) + " foxden --home " + home);
        return notOurs(what, next);
    }

    /** What stands before a command that is to run as the owner; root needs no leave for that. */
    private String asOwner(Inode inode) {
        String name = inode.ownerName();
        boolean named = !name.equals(Integer.toUnsignedString(inode.owner()));
        if (account.number() != Account.ROOT) {
            return "sudo -u " + (named ? name : "'#" + name + "'");
        }
        return named
                ? "runuser -u " + name + " --"
                : "setpriv --reuid=" + name + " --regid=" + Integer.toUnsignedString(inode.group()) + " --clear-groups";
    }

    private static FoxdenException notOurs(Message what, Message next) {
        return new OperatorException(Problem.of(Code.HOME_NOT_OURS, what).withNext(next));
    }
}
