package io.foxden.vault;

import io.foxden.file.WholeFile;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.secret.RandomText;
import io.foxden.words.Message;
import java.util.Arrays;
import java.util.Optional;

/** The key that was made here, in {@code vault.key} and a copy of it. */
final class GeneratedKey {
    private static final int MOST_BYTES = 4096;

    private final Kept kept;

    GeneratedKey(Kept kept) {
        this.kept = kept;
    }

    /** Made if there is none, unless another process is faster. */
    void make(RandomText random) {
        if (!kept.file().exists()) {
            new KeyFile(kept.file()).generate(random);
        }
    }

    /**
     * 32 bytes. The copy is asked only where the file is cut short or blank, as a power cut leaves it: one with something
     * else in it is somebody's mistake, which is to be told.
     *
     * @throws OperatorException as {@link KeyFile#read}, and with {@link Code#VAULT_KEY_MISSING} if there is none
     */
    byte[] read() {
        return new KeyFile(isTorn() ? kept.copy() : kept.file())
                .read()
                .orElseThrow(() -> new OperatorException(
                        Code.VAULT_KEY_MISSING,
                        Message.of("vault/no-key-file").with("file", kept.file().path())));
    }

    private boolean isTorn() {
        Optional<byte[]> bytes = raw(kept.file());
        Optional<byte[]> copy = bytes.isEmpty() ? Optional.empty() : raw(kept.copy());
        boolean torn = bytes.isPresent() && copy.isPresent() && isTorn(bytes.get(), copy.get());
        if (torn) {
            kept.fallBack(Message.of("vault/damaged.key"));
        }
        bytes.ifPresent(each -> Arrays.fill(each, (byte) 0));
        copy.ifPresent(each -> Arrays.fill(each, (byte) 0));
        return torn;
    }

    private static boolean isTorn(byte[] file, byte[] copy) {
        for (int i = 0; i < file.length; i++) {
            if (file[i] != 0 && (i >= copy.length || file[i] != copy[i])) {
                return false;
            }
        }
        return !Arrays.equals(file, copy);
    }

    private static Optional<byte[]> raw(WholeFile file) {
        return file.exists() ? file.read(MOST_BYTES) : Optional.empty();
    }
}
