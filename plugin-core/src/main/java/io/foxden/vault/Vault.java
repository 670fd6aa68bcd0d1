package io.foxden.vault;

import io.foxden.file.PrivateFolder;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Seals values for storing, each for one place, and opens them there again. A vault without its right key still exists:
 * it says what is wrong, and refuses everything else. Safe for many threads.
 */
public final class Vault implements AutoCloseable {
    private final @Nullable SealingKey key;
    private final @Nullable Problem problem;
    private final VaultOpening opening;
    private final List<Problem> warnings;
    private final RandomText random;

    private Vault(@Nullable SealingKey key, @Nullable Problem problem, VaultOpening opening, RandomText random) {
        this.key = key;
        this.problem = problem;
        this.opening = opening;
        this.warnings = opening.warnings();
        this.random = random;
    }

    /**
     * Opens the home's vault, or makes one where there is none. Nothing that exists is ever replaced. A passphrase takes
     * part of a second, on purpose.
     *
     * @param installation this installation's own name: what one seals, no other opens
     * @param sealedRecordsExist whether something is sealed already, so that a vault that is not there is lost, not new
     * @return never fails for want of the right key: see {@link #problem()}
     * @throws io.foxden.problem.TryLaterException {@link Code#STORE_UNREACHABLE} if its files cannot be reached just now
     */
    public static Vault open(
            PrivateFolder home,
            VaultKeySource source,
            String installation,
            boolean sealedRecordsExist,
            RandomText random) {
        return open(
                new VaultOpening(home, source, installation, random, PassphraseCost::usual),
                sealedRecordsExist,
                random);
    }

    static Vault open(VaultOpening opening, boolean sealedRecordsExist, RandomText random) {
        return open(opening, () -> opening.open(sealedRecordsExist), random);
    }

    private static Vault open(VaultOpening opening, Supplier<SealingKey> way, RandomText random) {
        try {
            return new Vault(way.get(), null, opening, random);
        } catch (OperatorException e) {
            return new Vault(null, e.problem(), opening, random);
        }
    }

    /** Whether there is a vault in this home. */
    public static boolean exists(PrivateFolder home) {
        return home.file(VaultFile.NAME).exists();
    }

    /**
     * The vault as it is, for looking only: makes nothing.
     *
     * @return where there is no vault, one that says so: see {@link #problem()}
     */
    public static Vault look(PrivateFolder home, VaultKeySource source, String installation, RandomText random) {
        VaultOpening opening = new VaultOpening(home, source, installation, random, PassphraseCost::usual);
        return open(opening, opening::look, random);
    }

    /**
     * A new vault in the place of one that is damaged or whose key is lost; what was sealed before never opens again. A
     * key that can be read is used again, so that it need not be given anew.
     */
    public static Vault renewed(PrivateFolder home, VaultKeySource source, String installation, RandomText random) {
        VaultOpening opening = new VaultOpening(home, source, installation, random, PassphraseCost::usual);
        opening.discard();
        return open(opening, false, random);
    }

    /**
     * The value as one line of text that only opens with the same label.
     *
     * @throws OperatorException with what {@link #problem()} says, if there is one
     */
    public String seal(Label label, Secret value) {
        byte[] plain = value.reveal().getBytes(StandardCharsets.UTF_8);
        try {
            return key().seal(label, plain, random.bytes(Envelope.NONCE_BYTES)).text();
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /**
     * What was sealed with the same label.
     *
     * @throws OperatorException with what {@link #problem()} says, if there is one; with {@link Code#VAULT_KEY_WRONG} if
     *     another key sealed it; with {@link Code#RECORD_UNREADABLE} if it was changed or belongs elsewhere
     */
    public Secret open(Label label, String envelope) {
        return open(label, label, envelope);
    }

    /**
     * The same for a value that may still have the label it was given by an earlier Foxden.
     *
     * @param before tried where the first label does not fit
     */
    public Secret open(Label now, Label before, String envelope) {
        SealingKey usable = key();
        Envelope parsed = Envelope.parse(envelope).orElseThrow(() -> notAnEnvelope(now, envelope));
        if (!parsed.keyId().equals(usable.id())) {
            throw new OperatorException(
                    Code.VAULT_KEY_WRONG,
                    Message.of("vault/other-key")
                            .with("label", now)
                            .with("needed", parsed.keyId())
                            .with("present", usable.id()));
        }
        byte[] plain = usable.open(now, parsed)
                .or(() -> usable.open(before, parsed))
                .orElseThrow(() -> new OperatorException(
                        Code.RECORD_UNREADABLE, Message.of("vault/changed").with("label", now)));
        try {
            return Secret.of(new String(plain, StandardCharsets.UTF_8));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Why nothing can be sealed or opened, if so. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * To be called before every write, so that nothing is asked of Foxy whose answer could not be kept.
     *
     * @throws OperatorException with what {@link #problem()} says, if there is one
     */
    public void check() {
        if (problem != null) {
            throw new OperatorException(problem);
        }
    }

    /** What is amiss without stopping anything, such as a key file that others can read. */
    public List<Problem> warnings() {
        return warnings;
    }

    /**
     * What would come in the way of opening this vault once more, with what is on disk and in the settings now: the key in
     * memory works until this process ends. Takes as long as opening does.
     */
    public Optional<Problem> problemAtNextStart() {
        try (SealingKey again = opening.again().look()) {
            return Optional.empty();
        } catch (FoxdenException e) {
            Message what =
                    Message.of("vault/next-start").with("why", e.problem().what());
            return Optional.of(
                    Problem.of(e.problem().code(), what).withNext(e.problem().next()));
        }
    }

    /**
     * Which key is in use; not secret.
     *
     * @throws OperatorException with what {@link #problem()} says, if there is one
     */
    public String keyId() {
        return key().id();
    }

    /** Wipes the key from memory; nothing can be sealed or opened afterwards. */
    @Override
    public void close() {
        if (key != null) {
            key.close();
        }
    }

    private SealingKey key() {
        check();
        if (key == null) {
            throw new IllegalStateException("A vault without a problem has a key");
        }
        return key;
    }

    private static OperatorException notAnEnvelope(Label label, String text) {
        if (!Envelope.ofOtherVersion(text)) {
            return new OperatorException(
                    Code.RECORD_UNREADABLE, Message.of("vault/cut").with("label", label));
        }
        return new OperatorException(Problem.of(
                        Code.RECORD_UNREADABLE,
                        Message.of("vault/other-version").with("label", label))
                .withNext(Message.of("vault/newer.next")));
    }
}
