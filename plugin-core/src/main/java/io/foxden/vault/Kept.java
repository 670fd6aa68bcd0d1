package io.foxden.vault;

import io.foxden.file.PrivateFolder;
import io.foxden.file.WholeFile;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file that is written once and whose loss would be for good, with a copy beside it that helps where its bytes
 * make no sense. A file that is not there is another matter: somebody took it away. For one thread.
 */
final class Kept {
    static final String COPY = ".copy";

    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);
    private static final int MOST_BYTES = 64 * 1024;

    private final WholeFile file;
    private final WholeFile copy;
    private final List<Problem> warnings = new ArrayList<>();
    private boolean fellBack;

    Kept(PrivateFolder home, String name) {
        this.file = home.file(name);
        this.copy = home.file(name + COPY);
    }

    WholeFile file() {
        return file;
    }

    WholeFile copy() {
        return copy;
    }

    /** The file is damaged, and the copy is used in its place. */
    void fallBack(Message why) {
        fellBack = true;
        Message what = Message.of("vault/fallback")
                .with("file", file.path())
                .with("why", why)
                .with("copy", copy.path());
        warnings.add(Problem.of(Code.RECORD_UNREADABLE, what).withNext(Message.of("vault/fallback.next")));
    }

    List<Problem> warnings() {
        return warnings;
    }

    /** Writes anew what is damaged, or not there yet. What cannot be written now can be the next time. */
    void settle() {
        WholeFile good = fellBack ? copy : file;
        WholeFile other = fellBack ? file : copy;
        try {
            Optional<byte[]> right = good.read(MOST_BYTES);
            Optional<byte[]> now = other.exists() ? other.read(MOST_BYTES) : Optional.empty();
            if (right.isPresent() && !Arrays.equals(right.get(), now.orElse(null))) {
                other.write(right.get());
            }
            right.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
            now.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
        } catch (FoxdenException e) {
            LOG.debug("{} is not written from {} now", other.path(), good.path(), e);
        }
    }

    void discard() {
        file.delete();
        copy.delete();
    }
}
