package io.foxden.foxy;

import io.foxden.foxy.Reply.Done;
import io.foxden.foxy.Reply.Unclear;
import io.foxden.hal.HalDocument;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The API home as strangers see it. A copy is used for a day without asking, so that a Foxy in trouble is
 * asked once an attempt and not twice; then it is asked about by its ETag, and serves on where Foxy cannot be reached. Safe for many threads.
 */
final class ApiHome {
    private static final long FRESH = Duration.ofDays(1).toNanos();

    /** Asks for the home; gives back the very copy where it has not changed since. */
    interface Source {
        Reply ask(@Nullable Done copy);
    }

    private final Source source;
    private final LongSupplier nanos;
    private volatile @Nullable Remembered copy;

    ApiHome(Source source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    /** Whether {@link #document} would ask nobody. */
    boolean isFresh() {
        Remembered held = copy;
        return held != null && isFresh(held);
    }

    private boolean isFresh(Remembered held) {
        return held.current && nanos.getAsLong() - held.at < FRESH;
    }

    /** Makes the next {@link #document} ask. */
    void forget() {
        Remembered held = copy;
        if (held != null) {
            copy = new Remembered(held.home, held.at, false);
        }
    }

    /**
     * @throws io.foxden.problem.TryLaterException if Foxy cannot be reached and there is no copy
     * @throws io.foxden.problem.RefusedException if Foxy refuses
     */
    HalDocument document() {
        Remembered held = copy;
        if (held != null && isFresh(held)) {
            return held.home.document();
        }
        Reply reply = source.ask(held == null ? null : held.home);
        if (held != null && reply instanceof Unclear) {
            return held.home.document();
        }
        Done home = reply.orThrow();
        copy = new Remembered(home, nanos.getAsLong(), true);
        return home.document();
    }

    /** @param current false once it led astray */
    private record Remembered(Done home, long at, boolean current) {}
}
