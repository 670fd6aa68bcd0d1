package io.foxden.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Does the work on real files, and keeps account of what of it a disk would have after a power cut: contents that were
 * forced, and names that their folder was forced with. The work can be stopped after any step.
 */
public final class ForgetfulDisk implements Steps {
    /** What a power cut does to names that were not forced. */
    public enum Names {
        /** They are as they were when their folder was last forced. */
        AS_FORCED,
        /** They are as they were last, although contents are not: file systems do not keep the order of the two. */
        AS_LAST
    }

    private final Path root;
    private final Map<Path, Thing> live = new HashMap<>();
    private int left = Integer.MAX_VALUE;

    /** A file or a folder, by whatever name. */
    private static final class Thing {
        private byte[] forced = {};
        private @Nullable Map<String, Thing> names;
    }

    /** @param root an empty folder, on the disk for good */
    public ForgetfulDisk(Path root) {
        this.root = root;
        live.put(root, folder());
    }

    /** The power goes after so many further steps. */
    public void cutAfter(int steps) {
        left = steps;
    }

    @Override
    public void reached(String step) {
        if (--left == 0) {
            throw new PowerCut.Off(step);
        }
    }

    @Override
    public FileChannel begin(Path file) throws IOException {
        Thing thing = new Thing();
        live.put(file, thing);
        return new WatchedChannel(Steps.super.begin(file), () -> thing.forced = content(file));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        live.put(to, Objects.requireNonNull(live.remove(from)));
        Steps.super.rename(from, to);
    }

    @Override
    public void link(Path file, Path name) throws IOException {
        live.put(name, Objects.requireNonNull(live.get(file)));
        Steps.super.link(file, name);
    }

    @Override
    public boolean delete(Path file) throws IOException {
        live.remove(file);
        return Steps.super.delete(file);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        live.put(folder, folder());
        Steps.super.makeFolder(folder);
    }

    @Override
    public FileChannel open(Path folder) throws IOException {
        Thing thing = Objects.requireNonNull(live.get(folder));
        return new WatchedChannel(Steps.super.open(folder), () -> thing.names = namesIn(folder));
    }

    /** Makes what the disk has after a power cut now. */
    public void remains(Names kept, Path copy) throws IOException {
        remains(kept, root, Objects.requireNonNull(live.get(root)), copy);
    }

    private void remains(Names kept, Path path, Thing thing, Path copy) throws IOException {
        if (thing.names == null) {
            Files.write(copy, thing.forced);
            return;
        }
        Files.createDirectories(copy);
        for (Map.Entry<String, Thing> each : (kept == Names.AS_LAST ? namesIn(path) : thing.names).entrySet()) {
            remains(kept, path.resolve(each.getKey()), each.getValue(), copy.resolve(each.getKey()));
        }
    }

    private Map<String, Thing> namesIn(Path folder) {
        Map<String, Thing> names = new HashMap<>();
        live.forEach((path, thing) -> {
            if (folder.equals(path.getParent())) {
                names.put(String.valueOf(path.getFileName()), thing);
            }
        });
        return names;
    }

    private static Thing folder() {
        Thing folder = new Thing();
        folder.names = Map.of();
        return folder;
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
