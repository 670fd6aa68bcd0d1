package io.foxden.event;

import io.foxden.meter.RefreshOutcome;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How the attempts of this process to refresh tokens ended, in numbers. */
public final class Counts implements Listener {
    private final Map<RefreshOutcome, LongAdder> refreshes = new EnumMap<>(RefreshOutcome.class);

    public Counts() {
        for (RefreshOutcome outcome : RefreshOutcome.values()) {
            refreshes.put(outcome, new LongAdder());
        }
    }

    @Override
    public void heard(Instant at, Event event) {
        RefreshOutcome outcome = outcome(event);
        if (outcome != null) {
            counter(outcome).increment();
        }
    }

    public long refreshes(RefreshOutcome outcome) {
        return counter(outcome).sum();
    }

    private LongAdder counter(RefreshOutcome outcome) {
        return Objects.requireNonNull(refreshes.get(outcome));
    }

    private static @Nullable RefreshOutcome outcome(Event event) {
        if (event instanceof Event.Refreshed) {
            return RefreshOutcome.SUCCEEDED;
        }
        if (event instanceof Event.StillFailing still) {
            return Events.isRefusal(still.code()) ? RefreshOutcome.REFUSED : RefreshOutcome.FAILED;
        }
        if (event instanceof Event.Refused) {
            return RefreshOutcome.REFUSED;
        }
        return event instanceof Event.Failed ? RefreshOutcome.FAILED : null;
    }
}
