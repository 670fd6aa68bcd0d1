package io.foxden.installation;

import io.foxden.config.Settings;
import io.foxden.file.PrivateFolder;
import io.foxden.secret.RandomText;
import io.foxden.store.Fields;
import io.foxden.store.FileStore;
import io.foxden.store.Lease;
import io.foxden.store.Store;
import io.foxden.vault.Vault;
import java.nio.file.Files;
import java.time.Duration;

/** The opened home folder: the records, and the vault that belongs to them. */
record Home(PrivateFolder folder, Store store, Vault vault) {
    private static final String RECORD = "installation";
    private static final String RECORDS = "records";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ID_LENGTH = 24;

    /** Nobody takes so long to write a file: what is older and unfinished was left by a process that stopped. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    /**
     * Whether it was ever opened: not so for a folder that is missing, or was only made. One that may not be looked into
     * counts as there, so that opening it says what is wrong.
     */
    static boolean exists(Settings settings) {
        return !Files.notExists(settings.home().resolve(RECORDS));
    }

    /** Under a lease, because the first start makes identity and key, and may happen in two processes at once. */
    static Home open(Settings settings, Machinery machinery) {
        RandomText random = new RandomText(machinery.random());
        PrivateFolder folder = PrivateFolder.prepare(settings.home(), machinery.steps());
        folder.sweep(machinery.clock().instant().minus(ABANDONED));
        Store store = new FileStore(folder.path(), random, machinery.steps());
        try (Lease lease = store.lease(RECORD, PATIENCE)) {
            String id = store.read(RECORD)
                    .orElseGet(() -> store.write(
                            RECORD,
                            0,
                            Fields.none()
                                    .with("id", random.alphanumerics(ID_LENGTH))
                                    .with("created_at", machinery.clock().instant())))
                    .content()
                    .required("id");
            boolean sealedRecords = !store.names("client").isEmpty();
            return new Home(folder, store, Vault.open(folder, settings.vaultKey(), id, sealedRecords, random));
        }
    }
}
