package io.foxden.installation;

import io.foxden.file.PrivateFolder;
import io.foxden.lock.Hold;
import io.foxden.lock.LockFile;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.secret.Digest;
import io.foxden.secret.RandomText;
import io.foxden.words.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That a web application lives in a home, for as long as it does. Each holds a lock of its own, whose name begins with its
 * identity: so any number of copies of one application can live there, and none of another. A process that ends in any
 * way frees its locks; what it leaves behind is cleared away by the next one. Nothing else in Foxden waits for these locks.
 */
final class Tenancy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tenancy.class);
    private static final String FOLDER = "tenants";
    private static final String ENDING = ".tenant";
    private static final String DOOR = "door";
    private static final int IDENTITY = 16;
    private static final int TOLD_APART = 12;
    private static final int MOST_WORDS = 2_000;
    private static final Duration LIFE = Duration.ofDays(20 * 365);
    private static final Duration AT_THE_DOOR = Duration.ofSeconds(10);

    private final PrivateFolder folder;
    private final String name;
    private final Machinery machinery;
    private @Nullable Hold hold;

    private Tenancy(PrivateFolder folder, String name, Machinery machinery) {
        this.folder = folder;
        this.name = name;
        this.machinery = machinery;
    }

    /**
     * Where the file system knows no locks, or nothing can be written just now, anybody may live there.
     *
     * @throws OperatorException {@link Code#HOME_IN_USE} if another application lives there
     */
    static Tenancy enter(Path home, Tenant tenant, Machinery machinery) {
        String identity = Digest.sha256(tenant.identity()).substring(0, IDENTITY);
        String name = identity + "-" + new RandomText(machinery.random()).alphanumerics(TOLD_APART);
        PrivateFolder folder = PrivateFolder.at(home.resolve(FOLDER), machinery.steps());
        Tenancy tenancy = new Tenancy(folder, name, machinery);
        try (Hold door = tenancy.lock(DOOR).hold(AT_THE_DOOR, AT_THE_DOOR)) {
            tenancy.refuseOthers(home, identity);
            tenancy.stay(tenant);
        } catch (FoxdenException e) {
            if (e.code() == Code.HOME_IN_USE) {
                throw e;
            }
            LOG.debug("Nobody else is kept out of {}", home, e);
        }
        return tenancy;
    }

    private void refuseOthers(Path home, String identity) {
        List<String> known = folder.names().stream()
                .filter(file -> file.endsWith(ENDING))
                .map(file -> file.substring(0, file.length() - ENDING.length()))
                .toList();
        for (String other : known) {
            if (isAlive(other) && !other.startsWith(identity + "-")) {
                Message what =
                        Message.of("installation/in-use").with("home", home).with("other", Message.asIs(words(other)));
                throw new OperatorException(Problem.of(Code.HOME_IN_USE, what));
            }
        }
    }

    /** Clears away what one left that is alive no more. */
    private boolean isAlive(String other) {
        try (Hold free = lock(other).hold(Duration.ZERO, AT_THE_DOOR)) {
            delete(other);
            return false;
        } catch (FoxdenException e) {
            return e.code() == Code.LOCKED;
        }
    }

    private void stay(Tenant tenant) {
        hold = lock(name).hold(AT_THE_DOOR, LIFE);
        folder.file(name + ENDING).write(tenant.words().toString().getBytes(StandardCharsets.UTF_8));
    }

    private String words(String other) {
        return folder.file(other + ENDING)
                .read(MOST_WORDS)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(other);
    }

    private LockFile lock(String file) {
        return new LockFile(
                folder.path(),
                file,
                Message.of("installation/tenancy"),
                () -> machinery.random().nextLong(),
                machinery.steps());
    }

    private void delete(String tenant) {
        for (String ending : List.of(ENDING, ".lock", ".jvm")) {
            try {
                Files.deleteIfExists(folder.path().resolve(tenant + ending));
            } catch (IOException e) {
                LOG.debug("The next one to live here tries again to clear this away", e);
            }
        }
    }

    @Override
    public synchronized void close() {
        Hold held = hold;
        hold = null;
        if (held != null) {
            delete(name);
            held.close();
        }
    }
}
