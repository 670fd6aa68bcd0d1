package io.foxden.world;

import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.secret.RandomText;
import io.foxden.store.FileStore;
import io.foxden.store.Store;
import io.foxden.vault.Vault;
import java.security.SecureRandom;

/** An installation's records and the vault that opens what is sealed in them, below the facade. */
public record Records(Store store, Vault vault) implements AutoCloseable {
    /** Those of the world's home, which must have been opened before. */
    public static Records of(World world) {
        RandomText random = new RandomText(new SecureRandom());
        Store store = new FileStore(world.home(), random, Steps.NONE);
        String installation = store.read("installation").orElseThrow().content().required("id");
        Vault vault = Vault.open(
                PrivateFolder.prepare(world.home(), Steps.NONE),
                world.settings().vaultKey(),
                installation,
                true,
                random);
        return new Records(store, vault);
    }

    @Override
    public void close() {
        store.close();
        vault.close();
    }
}
