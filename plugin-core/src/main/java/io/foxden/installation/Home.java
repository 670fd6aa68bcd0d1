package io.foxden.installation;

import io.foxden.config.EffectiveSettings;
import io.foxden.config.HomeFolder;
import io.foxden.config.Settings;
import io.foxden.file.Ownership;
import io.foxden.file.PrivateFolder;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.secret.RandomText;
import io.foxden.store.Change;
import io.foxden.store.Entry;
import io.foxden.store.Fields;
import io.foxden.store.FileStore;
import io.foxden.store.Lease;
import io.foxden.store.Store;
import io.foxden.vault.Vault;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The opened home folder: the records, and the vault that belongs to them.
 *
 * @param mended what was amiss when it was opened, and is no more
 */
record Home(PrivateFolder folder, Store store, Vault vault, List<Problem> mended) {
    private static final String RECORD = "installation";
    private static final List<String> PARTS = List.of(
            "records",
            "locks",
            "history",
            "tenants",
            "vault.key",
            "vault.json",
            "vault.json.copy",
            "setup-code",
            "foxden.properties",
            EffectiveSettings.FILE);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ID_LENGTH = 24;

    /** Who we are and who may: what stays when everything sealed is given up. */
    private static final Set<String> NEVER_SEALED = Set.of(RECORD, "access");

    /** Nobody takes so long to write a file: what is older and unfinished was left by a process that stopped. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    /**
     * Whether it was ever opened: not so for a folder that is missing, or was only made. One that may not be looked into
     * counts as there, so that opening it says what is wrong.
     */
    static boolean exists(Settings settings) {
        return settings.homeKnown() && !Files.notExists(settings.home().resolve(HomeFolder.RECORDS));
    }

    /**
     * The first start is under a lease, because it makes identity and key and may happen in two processes at once; later
     * ones wait for nobody.
     */
    static Home open(Settings settings, Machinery machinery) {
        RandomText random = new RandomText(machinery.random());
        PrivateFolder folder = prepared(settings, machinery);
        Store store = new FileStore(folder.path(), random, machinery.steps());
        if (store.read(RECORD).isPresent() && Vault.exists(folder)) {
            return opened(folder, store, settings, machinery);
        }
        try (Lease lease = store.lease(RECORD, PATIENCE)) {
            return opened(folder, store, settings, machinery);
        }
    }

    private static Home opened(PrivateFolder folder, Store store, Settings settings, Machinery machinery) {
        RandomText random = new RandomText(machinery.random());
        List<Problem> mended = mended(store);
        String id = identity(store, random, machinery);
        boolean sealedRecords = !store.names("client").isEmpty();
        Vault vault = Vault.open(folder, settings.vaultKey(), id, sealedRecords, random);
        return new Home(folder, store, vault, mended);
    }

    /** The record is written once, so nothing else would ever mend it. */
    private static List<Problem> mended(Store store) {
        store.keepTwice(RECORD);
        Optional<Entry> fallen = store.read(RECORD).filter(Entry::recovered);
        if (fallen.isPresent()) {
            store.change(
                    RECORD,
                    now -> now.filter(Entry::recovered)
                            .<Change>map(entry -> Change.to(entry.content()).withoutTrace())
                            .orElse(Change.none()));
        }
        return fallen.stream().map(Entry::fallback).toList();
    }

    /**
     * The home as it is, for looking only: nothing is made, locked, cleared away or changed.
     *
     * @return empty where nothing was ever opened
     */
    static Optional<Home> look(Settings settings, Machinery machinery) {
        RandomText random = new RandomText(machinery.random());
        checkOurs(settings);
        return PrivateFolder.existingHome(settings.home(), machinery.steps()).flatMap(folder -> {
            Store store = FileStore.looking(folder.path(), random, machinery.steps());
            return store.read(RECORD)
                    .map(Home::id)
                    .map(id -> new Home(folder, store, Vault.look(folder, settings.vaultKey(), id, random), List.of()));
        });
    }

    /**
     * The home with a new vault, for who lost the key: all records go but those that were never sealed, and of those the
     * ones that cannot be read.
     */
    static Home withoutKey(Settings settings, Machinery machinery) {
        RandomText random = new RandomText(machinery.random());
        PrivateFolder folder = prepared(settings, machinery);
        Store store = new FileStore(folder.path(), random, machinery.steps());
        try (Lease lease = store.lease(RECORD, PATIENCE)) {
            for (String name : store.names("")) {
                if (!NEVER_SEALED.contains(name) || !readable(store, name)) {
                    store.discard(name);
                }
            }
            String id = identity(store, random, machinery);
            return new Home(folder, store, Vault.renewed(folder, settings.vaultKey(), id, random), List.of());
        }
    }

    /** What others could have put there is not opened: it says who may, and what is sent where. */
    private static void checkOurs(Settings settings) {
        Ownership.check(settings.home(), PARTS);
        settings.files().forEach(Ownership::checkFile);
    }

    private static PrivateFolder prepared(Settings settings, Machinery machinery) {
        checkOurs(settings);
        PrivateFolder folder = PrivateFolder.prepareHome(settings.home(), machinery.steps());
        folder.sweep(machinery.clock().instant().minus(ABANDONED));
        return folder;
    }

    /** Which installation it is; told to nobody. */
    static String identity(Store store) {
        return store.read(RECORD).map(Home::id).orElse("");
    }

    private static String identity(Store store, RandomText random, Machinery machinery) {
        return store.change(RECORD, now -> now.isPresent() ? Change.none() : Change.to(made(random, machinery)))
                .map(Home::id)
                .orElseThrow();
    }

    private static Fields made(RandomText random, Machinery machinery) {
        return Fields.none()
                .with("id", random.alphanumerics(ID_LENGTH))
                .with("created_at", machinery.clock().instant());
    }

    private static String id(Entry installation) {
        return installation.content().required("id");
    }

    private static boolean readable(Store store, String name) {
        try {
            return store.read(name).isPresent();
        } catch (OperatorException e) {
            return false;
        }
    }
}
