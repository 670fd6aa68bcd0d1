package io.foxden.store;

import io.foxden.file.Steps;
import io.foxden.secret.RandomText;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest extends StoreContract {
    @TempDir
    Path home;

    @Override
    Store openStore() {
        return new FileStore(home, new RandomText(new SecureRandom()), Steps.NONE);
    }
}
