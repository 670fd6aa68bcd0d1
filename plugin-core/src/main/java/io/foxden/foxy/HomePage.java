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
final class HomePage {
    private static final long FRESH = Duration.ofDays(1).toNanos();

    /** Asks for the home, where it is another than the one with this ETag. */
    interface Source {
        Answered ask(@Nullable String etag);
    }

    private final Source source;
    private final LongSupplier nanos;
    private volatile @Nullable Copy copy;

    HomePage(Source source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    /** Whether {@link #document} would ask nobody. */
    boolean isFresh() {
        Copy held = copy;
        return held != null && held.fresh && nanos.getAsLong() - held.at < FRESH;
    }

    /** Makes the next {@link #document} ask. */
    void forget() {
        Copy held = copy;
        if (held != null) {
            copy = new Copy(held.etag, held.document, held.at, false);
        }
    }

    /**
     * @throws io.foxden.problem.TryLaterException if Foxy cannot be reached and there is no copy
     * @throws io.foxden.problem.RefusedException if Foxy refuses
     */
    HalDocument document() {
        Copy held = copy;
        if (held != null && isFresh()) {
            return held.document;
        }
        Answered answered = source.ask(held == null ? null : held.etag);
        if (held != null && answered.status() == Answered.NOT_MODIFIED) {
            return kept(held.etag, held.document);
        }
        if (held != null && answered.reply() instanceof Unclear) {
            return held.document;
        }
        Done done = answered.reply().orThrow();
        return kept(done.answer().header("ETag").orElse(null), done.document());
    }

    private HalDocument kept(@Nullable String etag, HalDocument document) {
        copy = new Copy(etag, document, nanos.getAsLong(), true);
        return document;
    }

    private record Copy(@Nullable String etag, HalDocument document, long at, boolean fresh) {}
}
