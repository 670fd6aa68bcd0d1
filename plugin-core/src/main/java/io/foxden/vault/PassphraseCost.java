package io.foxden.vault;

import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How a key is derived from a passphrase: Argon2id, version 1.3 (RFC 9106).
 *
 * @param memoryKib memory to fill, in KiB
 * @param iterations passes over the memory
 * @param parallelism lanes
 * @param salt random, kept beside
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record PassphraseCost(int memoryKib, int iterations, int parallelism, byte[] salt) {
    static final int SALT_BYTES = 16;

    private static final int LEAST_MEMORY = 8 * 1024;
    private static final int MOST_MEMORY = 256 * 1024;
    private static final int MOST_ITERATIONS = 16;
    private static final int MOST_PARALLELISM = 8;
    private static final int MOST_SALT = 64;

    /** @throws IllegalArgumentException out of bounds: a changed file must not bring the server to its knees */
    PassphraseCost {
        within("memory_kib", memoryKib, LEAST_MEMORY, MOST_MEMORY);
        within("iterations", iterations, 1, MOST_ITERATIONS);
        within("parallelism", parallelism, 1, MOST_PARALLELISM);
        within("salt length", salt.length, SALT_BYTES, MOST_SALT);
    }

    /** 64 MiB and 3 passes (RFC 9106, section 4, second choice), in one lane, since Bouncy Castle fills lanes in turn. */
    static PassphraseCost usual(RandomText random) {
        return new PassphraseCost(64 * 1024, 3, 1, random.bytes(SALT_BYTES));
    }

    /** The key, 32 bytes; the same characters in another composition are the same passphrase (RFC 8265, section 4.2). */
    byte[] derive(Secret passphrase) {
        byte[] password =
                Normalizer.normalize(passphrase.reveal(), Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(iterations)
                    .withParallelism(parallelism)
                    .withSalt(salt)
                    .build());
            byte[] key = new byte[SealingKey.BYTES];
            generator.generateBytes(password, key);
            return key;
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "argon2id " + name + " is " + value + ", allowed are " + least + " to " + most);
        }
    }
}
