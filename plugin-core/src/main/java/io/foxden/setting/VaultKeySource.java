package io.foxden.setting;

import io.foxden.problem.Problem;
import io.foxden.secret.Secret;
import java.nio.file.Path;

/** Where the key that seals secrets comes from. */
public sealed interface VaultKeySource {
    /** The key itself, Base64 of 32 bytes. */
    record Given(Secret base64) implements VaultKeySource {}

    /** A file of the operator's that holds the key as Base64; whether it is there is the vault's to find out. */
    record File(Path path) implements VaultKeySource {}

    /** A passphrase to derive the key from. */
    record Passphrase(Secret passphrase) implements VaultKeySource {}

    /** No key is given: one is generated into the home folder at first use. */
    record Generated() implements VaultKeySource {}

    /**
     * What is given is wrong, so that nobody knows the key; going on without it would make a new one.
     *
     * @param problem says what is wrong
     */
    record Unknown(Problem problem) implements VaultKeySource {}
}
