package io.foxden.vault;

import io.foxden.config.VaultKeySource;
import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.file.WholeFile;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds or makes the key and the vault's file, in an order that survives a stop anywhere: the key first, then the file
 * that vouches for it. Whatever exists is never replaced.
 */
final class VaultOpening {
    private static final Label CHECK = new Label("vault", "check");
    private static final byte[] CHECKED = "foxden".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_ID_LENGTH = 12;

    private final PrivateFolder home;
    private final VaultKeySource source;
    private final String installation;
    private final RandomText random;
    private final Function<RandomText, PassphraseCost> cost;

    /** @param cost what deriving a new vault's key from a passphrase is to cost */
    VaultOpening(
            PrivateFolder home,
            VaultKeySource source,
            String installation,
            RandomText random,
            Function<RandomText, PassphraseCost> cost) {
        this.home = home;
        this.source = source;
        this.installation = installation;
        this.random = random;
        this.cost = cost;
    }

    /** @throws OperatorException if there is no key, or not the right one */
    SealingKey open(boolean sealedRecordsExist) {
        if (source instanceof VaultKeySource.Unknown unknown) {
            throw new OperatorException(unknown.problem());
        }
        Optional<VaultFile> existing = read();
        if (existing.isEmpty() && sealedRecordsExist) {
            throw new OperatorException(Problem.of(
                            Code.VAULT_KEY_MISSING,
                            "There are sealed records, but " + vaultFile().path() + " is missing.")
                    .withRemedy("Put vault.json back from a backup, and vault.key with it if that is missing too. "
                            + "Nothing was changed or deleted."));
        }
        return open(existing.orElseGet(this::make));
    }

    /** Deletes the vault's file, and a generated key that is none. */
    void discard() {
        vaultFile().delete();
        WholeFile key = home.file(KeyFile.NAME);
        try {
            new KeyFile(key).read();
        } catch (OperatorException noKey) {
            key.delete();
        }
    }

    /** What is amiss with the files without stopping anything. */
    List<Problem> warnings() {
        if (source instanceof VaultKeySource.File file) {
            return WholeFile.at(file.path(), Steps.NONE).warnings();
        }
        return source instanceof VaultKeySource.Generated
                ? home.file(KeyFile.NAME).warnings()
                : List.of();
    }

    private SealingKey open(VaultFile file) {
        if (!file.installation().equals(installation)) {
            throw wrong("belongs to the installation '" + file.installation() + "', and this one is '" + installation
                    + "': files of two installations were mixed");
        }
        SealingKey key = new SealingKey(file.keyId(), installation, material(file.cost(), false));
        Optional<byte[]> checked = Envelope.parse(file.check()).flatMap(envelope -> key.open(CHECK, envelope));
        if (checked.isEmpty()) {
            key.close();
            throw wrong("does not open with the key from " + describe());
        }
        return key;
    }

    private VaultFile make() {
        @Nullable PassphraseCost chosen = source instanceof VaultKeySource.Passphrase ? cost.apply(random) : null;
        try (SealingKey key =
                new SealingKey(random.alphanumerics(KEY_ID_LENGTH), installation, material(chosen, true))) {
            String check =
                    key.seal(CHECK, CHECKED, random.bytes(Envelope.NONCE_BYTES)).text();
            VaultFile made = new VaultFile(installation, key.id(), chosen, check);
            vaultFile().create(made.bytes());
        }
        return read().orElseThrow(() -> new IllegalStateException(vaultFile().path() + " is gone again"));
    }

    private byte[] material(@Nullable PassphraseCost known, boolean first) {
        if (source instanceof VaultKeySource.Passphrase given) {
            return derive(known, given.passphrase());
        }
        if (known != null) {
            String detail = "The vault was made with a passphrase, and none is given, but " + describe() + ".";
            throw new OperatorException(Code.VAULT_KEY_MISSING, detail);
        }
        if (source instanceof VaultKeySource.Given given) {
            return KeyFile.decode("The setting foxden.vault.key", given.base64().reveal());
        }
        if (source instanceof VaultKeySource.File file) {
            return read(WholeFile.at(file.path(), Steps.NONE));
        }
        return generated(first);
    }

    private byte[] derive(@Nullable PassphraseCost known, Secret passphrase) {
        if (known == null) {
            throw wrong("was made with a key, and a passphrase is given");
        }
        return known.derive(passphrase);
    }

    private byte[] generated(boolean first) {
        WholeFile file = home.file(KeyFile.NAME);
        if (first && !file.exists()) {
            new KeyFile(file).generate(random);
        }
        return read(file);
    }

    private static byte[] read(WholeFile file) {
        return new KeyFile(file)
                .read()
                .orElseThrow(() -> new OperatorException(
                        Code.VAULT_KEY_MISSING, "The key file " + file.path() + " is not there."));
    }

    private Optional<VaultFile> read() {
        return VaultFile.read(vaultFile());
    }

    private WholeFile vaultFile() {
        return home.file(VaultFile.NAME);
    }

    private OperatorException wrong(String what) {
        return new OperatorException(
                Code.VAULT_KEY_WRONG, "The vault " + vaultFile().path() + " " + what + ".");
    }

    private String describe() {
        if (source instanceof VaultKeySource.File file) {
            return "the key file " + file.path();
        }
        if (source instanceof VaultKeySource.Given) {
            return "the setting foxden.vault.key";
        }
        return source instanceof VaultKeySource.Passphrase
                ? "the setting foxden.vault.passphrase"
                : "the key file " + home.file(KeyFile.NAME).path();
    }
}
