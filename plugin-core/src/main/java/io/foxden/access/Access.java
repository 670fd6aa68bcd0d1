package io.foxden.access;

import io.foxden.file.PrivateFolder;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import io.foxden.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Signatures only, until access lands. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Access {
    public Access(Store store, PrivateFolder home, Optional<Secret> adminToken, RandomText random, Clock clock) {}

    public void prepare() {
        throw new UnsupportedOperationException();
    }

    public Optional<Path> setupCodeFile() {
        throw new UnsupportedOperationException();
    }

    public Session claim(String code) {
        throw new UnsupportedOperationException();
    }

    public boolean isOpen(String sessionToken) {
        throw new UnsupportedOperationException();
    }

    public void end(String sessionToken) {
        throw new UnsupportedOperationException();
    }

    public LoginCode loginCode() {
        throw new UnsupportedOperationException();
    }

    public boolean isAdminToken(String candidate) {
        throw new UnsupportedOperationException();
    }
}
