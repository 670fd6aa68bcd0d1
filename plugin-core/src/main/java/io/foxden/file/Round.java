package io.foxden.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the names in a folder some at a time, and begins again at its end: so what a call costs does not grow with
 * the folder. Safe for many threads, which then share the way.
 */
public final class Round implements AutoCloseable {
    private final Path folder;
    private @Nullable DirectoryStream<Path> stream;
    private @Nullable Iterator<Path> rest;

    Round(Path folder) {
        this.folder = folder;
    }

    /**
     * The next names, in no order; fewer than asked for at the end of the round, none only where there are none.
     *
     * @throws io.foxden.problem.FoxdenException as {@link WholeFile#read}
     */
    public synchronized List<String> next(int most) {
        try {
            List<String> names = on(most);
            return names.isEmpty() ? on(most) : names;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            close();
            throw FileTrouble.listing(folder, e);
        } catch (IOException e) {
            throw FileTrouble.listing(folder, e);
        }
    }

    @SuppressWarnings("StreamResourceLeak") // closed at the end of the round, or by close()
    private List<String> on(int most) throws IOException {
        if (stream == null) {
            stream = Files.newDirectoryStream(folder);
            rest = stream.iterator();
        }
        List<String> names = new ArrayList<>();
        while (rest != null && names.size() < most && rest.hasNext()) {
            names.add(String.valueOf(rest.next().getFileName()));
        }
        if (names.size() < most) {
            close();
        }
        return names;
    }

    /** Ends the round; the next call begins another. */
    @Override
    public synchronized void close() {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                throw FileTrouble.listing(folder, e);
            } finally {
                stream = null;
                rest = null;
            }
        }
    }
}
