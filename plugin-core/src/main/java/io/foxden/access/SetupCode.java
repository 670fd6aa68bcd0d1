package io.foxden.access;

import io.foxden.file.PrivateFolder;
import io.foxden.file.WholeFile;
import io.foxden.problem.OperatorException;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code in a file that only who may read the server's files can know. It is nowhere else. */
final class SetupCode {
    private static final Logger LOG = LoggerFactory.getLogger(SetupCode.class);
    private static final int MAX_BYTES = 1000;

    private final WholeFile file;

    SetupCode(PrivateFolder home) {
        this.file = home.file("setup-code");
    }

    Path path() {
        return file.path();
    }

    /** Whether the file is there with a code in it. */
    boolean exists() {
        return read().isPresent();
    }

    /** Makes the file if it is missing, and makes it anew if there is no code in it. */
    void make(RandomText random) {
        byte[] code = (TypedCode.random(random) + "\n").getBytes(StandardCharsets.UTF_8);
        if (!file.create(code) && !exists()) {
            file.write(code);
        }
    }

    /** In constant time. */
    boolean matches(String characters) {
        return read().filter(code -> code.matches(characters)).isPresent();
    }

    /** A failure is no more than untidy: what opens the page is decided by the record. */
    void delete() {
        try {
            file.delete();
        } catch (OperatorException e) {
            LOG.warn("The setup code was used and opens nothing any more; delete its file yourself.", e);
        }
    }

    private Optional<Secret> read() {
        return file.read(MAX_BYTES)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .flatMap(TypedCode::characters)
                .map(Secret::of);
    }
}
