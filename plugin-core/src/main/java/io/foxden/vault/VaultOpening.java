package io.foxden.vault;

import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.file.WholeFile;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import io.foxden.setting.VaultKeySource;
import io.foxden.words.Message;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private final Kept vault;
    private final WholeFile generated;
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
        this.vault = new Kept(home, VaultFile.NAME);
        this.generated = home.file(KeyFile.NAME);
        this.source = source;
        this.installation = installation;
        this.random = random;
        this.cost = cost;
    }

    /**
     * Opens the vault, or makes one; and mends what is damaged.
     *
     * @throws OperatorException if there is no key, or not the right one
     */
    SealingKey open(boolean sealedRecordsExist) {
        Optional<VaultFile> existing = existing();
        if (existing.isEmpty() && sealedRecordsExist) {
            throw missing();
        }
        SealingKey key = opened(existing.orElseGet(this::make));
        vault.settle();
        return key;
    }

    /** The same, without changing anything. */
    SealingKey look() {
        return opened(existing().orElseThrow(this::missing));
    }

    /** The same once more, from what is on disk then. */
    VaultOpening again() {
        return new VaultOpening(home, source, installation, random, cost);
    }

    /** Deletes the vault's file, and a generated key that is none. */
    void discard() {
        vault.discard();
        try {
            new KeyFile(generated).read();
        } catch (OperatorException noKey) {
            generated.delete();
        }
    }

    /** What is amiss with the files without stopping anything. */
    List<Problem> warnings() {
        return Stream.of(modes(), vault.warnings()).flatMap(List::stream).toList();
    }

    private List<Problem> modes() {
        if (source instanceof VaultKeySource.File file) {
            return WholeFile.at(file.path(), Steps.NONE).warnings();
        }
        return source instanceof VaultKeySource.Generated ? generated.warnings() : List.of();
    }

    private Optional<VaultFile> existing() {
        if (source instanceof VaultKeySource.Unknown unknown) {
            throw new OperatorException(unknown.problem());
        }
        try {
            return VaultFile.read(vault.file());
        } catch (VaultFile.BrokenException e) {
            VaultFile copy = copy().orElseThrow(() -> broken(e));
            vault.fallBack(Message.of("vault/damaged.file").with("reason", String.valueOf(e.getMessage())));
            return Optional.of(copy);
        }
    }

    private Optional<VaultFile> copy() {
        try {
            return VaultFile.read(vault.copy());
        } catch (VaultFile.BrokenException e) {
            return Optional.empty();
        }
    }

    /** A file that makes sense may still be damaged where no sense is: in the text by which the key is known. */
    private SealingKey opened(VaultFile file) {
        try {
            return open(file);
        } catch (OperatorException e) {
            VaultFile copy = copy().filter(other -> !Arrays.equals(other.bytes(), file.bytes()))
                    .orElseThrow(() -> e);
            SealingKey key = openedOr(copy, e);
            vault.fallBack(e.problem().what());
            return key;
        }
    }

    private SealingKey openedOr(VaultFile copy, OperatorException otherwise) {
        try {
            return open(copy);
        } catch (OperatorException e) {
            throw otherwise;
        }
    }

    private SealingKey open(VaultFile file) {
        if (!file.installation().equals(installation)) {
            throw wrong(said("vault/other-installation")
                    .with("theirs", file.installation())
                    .with("ours", installation));
        }
        SealingKey key = new SealingKey(file.keyId(), installation, material(file.cost(), false));
        Optional<byte[]> checked = Envelope.parse(file.check()).flatMap(envelope -> key.open(CHECK, envelope));
        if (checked.isEmpty()) {
            key.close();
            throw wrong(said("vault/wrong-key").with("source", describe()));
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
            vault.file().create(made.bytes());
        }
        return existing()
                .orElseThrow(() -> new IllegalStateException(vault.file().path() + " is gone again"));
    }

    private byte[] material(@Nullable PassphraseCost known, boolean first) {
        if (source instanceof VaultKeySource.Passphrase given) {
            return derive(known, given.passphrase());
        }
        if (known != null) {
            throw new OperatorException(
                    Code.VAULT_KEY_MISSING, Message.of("vault/no-passphrase").with("source", describe()));
        }
        if (source instanceof VaultKeySource.Given given) {
            return KeyFile.decode(
                    Message.of("vault/place.setting"), given.base64().reveal());
        }
        if (source instanceof VaultKeySource.File file) {
            return read(WholeFile.at(file.path(), Steps.NONE));
        }
        return generated(first);
    }

    private byte[] derive(@Nullable PassphraseCost known, Secret passphrase) {
        if (known == null) {
            throw wrong(said("vault/passphrase-for-key"));
        }
        return known.derive(passphrase);
    }

    private byte[] generated(boolean first) {
        if (first && !generated.exists()) {
            new KeyFile(generated).generate(random);
        }
        return read(generated);
    }

    private static byte[] read(WholeFile file) {
        return new KeyFile(file)
                .read()
                .orElseThrow(() -> new OperatorException(
                        Code.VAULT_KEY_MISSING, Message.of("vault/no-key-file").with("file", file.path())));
    }

    private OperatorException missing() {
        return new OperatorException(
                Problem.of(Code.VAULT_KEY_MISSING, said("vault/no-file")).withNext(Message.of("vault/no-file.next")));
    }

    private OperatorException broken(VaultFile.BrokenException e) {
        Message what = said("vault/not-understood")
                .with("reason", String.valueOf(e.getMessage()))
                .with("copy", vault.copy().path());
        return new OperatorException(
                Problem.of(Code.RECORD_UNREADABLE, what).withNext(Message.of("vault/not-understood.next")));
    }

    private static OperatorException wrong(Message what) {
        return new OperatorException(Code.VAULT_KEY_WRONG, what);
    }

    /** Something about the vault's file. */
    private Message said(String key) {
        return Message.of(key).with("file", vault.file().path());
    }

    private Message describe() {
        if (source instanceof VaultKeySource.File file) {
            return Message.of("vault/source.file").with("file", file.path());
        }
        if (source instanceof VaultKeySource.Given) {
            return Message.of("vault/source.key");
        }
        return source instanceof VaultKeySource.Passphrase
                ? Message.of("vault/source.passphrase")
                : Message.of("vault/source.file").with("file", generated.path());
    }
}
