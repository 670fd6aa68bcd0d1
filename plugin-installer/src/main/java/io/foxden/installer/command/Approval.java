package io.foxden.installer.command;

import io.foxden.ConnectionStatus;
import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.authorization.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A person's approval, waited for. It comes to another process, the web application, so the home is looked at again and
 * again; a look reads two small files.
 */
final class Approval {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Supplier<Status> look;
    private final Status before;
    private final LongSupplier nanos;
    private final Pause pause;

    /** @param before how things stood before anybody was asked */
    Approval(Supplier<Status> look, Status before, Outside outside) {
        this.look = look;
        this.before = before;
        this.nanos = outside.nanos();
        this.pause = outside.pause();
    }

    /**
     * How things stand once somebody approved; empty if nobody did in that time, or if the thread was interrupted, which
     * it stays.
     */
    Optional<Status> await(Duration longest) {
        long begin = nanos.getAsLong();
        Status now = look.get();
        while (!isNew(now)) {
            if (nanos.getAsLong() - begin >= longest.toNanos() || !pause.pause(PAUSE)) {
                return Optional.empty();
            }
            now = look.get();
        }
        return Optional.of(now);
    }

    private boolean isNew(Status now) {
        return now.phase() == Phase.CONNECTED && !Objects.equals(since(now), since(before));
    }

    private static @Nullable Instant since(Status status) {
        ConnectionStatus connection = status.connection();
        return connection == null ? null : connection.connectedAt();
    }
}
