package io.foxden.store;

import io.foxden.file.PrivateFolder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Signatures only, until the file store lands. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class FileStore implements Store {
    public FileStore(PrivateFolder home) {}

    @Override
    public Optional<Entry> read(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Entry write(String name, long expectedVersion, Fields content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Entry writeWithoutTrace(String name, long expectedVersion, Fields content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void erase(String name, long expectedVersion) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> names(String prefix) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Lease lease(String name, Duration wait) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long revision(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
