package io.foxden.vault;

import io.foxden.config.VaultKeySource;
import io.foxden.file.PrivateFolder;
import io.foxden.problem.Problem;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import java.util.List;
import java.util.Optional;

/** Signatures only, until the vault lands: seals nothing, so it refuses to work. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Vault {
    public static Vault open(
            PrivateFolder home,
            VaultKeySource source,
            String installationId,
            boolean sealedRecordsExist,
            RandomText random) {
        throw new UnsupportedOperationException();
    }

    public String seal(Label label, Secret value) {
        throw new UnsupportedOperationException();
    }

    public Secret open(Label label, String envelope) {
        throw new UnsupportedOperationException();
    }

    public Optional<Problem> problem() {
        throw new UnsupportedOperationException();
    }

    public List<Problem> warnings() {
        throw new UnsupportedOperationException();
    }

    public void check() {
        throw new UnsupportedOperationException();
    }

    public String keyId() {
        throw new UnsupportedOperationException();
    }
}
