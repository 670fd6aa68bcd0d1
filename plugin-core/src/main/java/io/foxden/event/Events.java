package io.foxden.event;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells its listeners what happened. Whatever a listener throws, who tells goes on: what is to be told has happened, and
 * its tokens or answers must not be lost over that. Safe for many threads.
 */
public final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final int SOMEBODY_MUST_AUTHORIZE = 4;
    private static final int FOXY_REFUSED = 7;

    private final Clock clock;
    private final List<Listener> listeners;
    private final Set<Listener> failing = ConcurrentHashMap.newKeySet();

    /** @param listeners told one after the other, in this order */
    public Events(Clock clock, List<Listener> listeners) {
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    public void tell(Event event) {
        Instant now = clock.instant();
        for (Listener listener : listeners) {
            tell(listener, now, event);
        }
    }

    /**
     * Tells what an attempt to refresh made of a connection's trouble, so that a time of failing has one event at its begin,
     * one where it becomes another trouble, and one at its end, over all processes: only who wrote the record tells. What
     * comes to the same again is told for the meters only.
     *
     * @param before as the record said
     * @param after as the record says now
     */
    public void tell(String connection, @Nullable Problem before, @Nullable Problem after) {
        if (after == null) {
            if (before != null) {
                tell(new Event.Healed(connection, before.code(), before.since()));
            }
        } else if (before == null || before.code() != after.code()) {
            tell(begin(connection, after));
        } else {
            tell(new Event.StillFailing(connection, after.code()));
        }
    }

    private static Event begin(String connection, Problem trouble) {
        Code code = trouble.code();
        return isRefusal(code)
                ? new Event.Refused(connection, code, trouble.logref())
                : new Event.Failed(connection, code, trouble.logref());
    }

    /** Whether this is Foxy's own no, rather than no answer. */
    static boolean isRefusal(Code code) {
        return code.exitStatus() == FOXY_REFUSED || code.exitStatus() == SOMEBODY_MUST_AUTHORIZE;
    }

    private void tell(Listener listener, Instant at, Event event) {
        try {
            listener.heard(at, event);
            failing.remove(listener);
        } catch (Throwable e) {
            complain(listener, e);
        }
    }

    /** Once, until it has heard something again. */
    private void complain(Listener listener, Throwable e) {
        try {
            if (failing.add(listener)) {
                // Where it is known what is wrong, nobody needs to see where it came from.
                String why =
                        e instanceof FoxdenException known ? known.problem().detail() : e.toString();
                Throwable trace = e instanceof FoxdenException ? null : e;
                LOG.warn(
                        "What happened was not taken down by {}: {}",
                        listener.getClass().getSimpleName(),
                        why,
                        trace);
            }
        } catch (Throwable alsoTheLogFails) {
            return;
        }
    }
}
