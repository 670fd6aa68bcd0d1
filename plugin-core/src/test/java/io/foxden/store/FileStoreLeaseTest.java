package io.foxden.store;

import io.foxden.file.Steps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileStoreLeaseTest extends LeaseContract {
    @TempDir
    Path home;

    @Override
    FileStore openStore() {
        return StoreProgram.open(home, Steps.NONE);
    }

    @Override
    void takeAway(String name) {
        try {
            Files.deleteIfExists(home.resolve("locks/lease-" + name + ".lock"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
