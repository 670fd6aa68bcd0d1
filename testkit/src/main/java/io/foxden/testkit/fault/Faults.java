package io.foxden.testkit.fault;

import io.foxden.testkit.journal.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults ordered and not yet spent. Safe for use by several threads. */
public final class Faults {
    private final List<Pending> pending = new ArrayList<>();

    public synchronized void order(Fault fault) {
        pending.add(new Pending(fault));
    }

    /** Counts a request, and gives the effects due to it in the order in which they were ordered. */
    public synchronized List<Effect> due(Target target, @Nullable String grantType) {
        List<Effect> effects = new ArrayList<>();
        for (Pending each : List.copyOf(pending)) {
            if (each.fault.concerns(target, grantType)) {
                each.count++;
                if (each.fault.strikesAt(each.count)) {
                    effects.add(each.fault.effect());
                }
            }
        }
        pending.removeIf(Pending::spent);
        return effects;
    }

    /** Faults that may still strike. */
    public synchronized List<Fault> pending() {
        return pending.stream().map(each -> each.fault).toList();
    }

    public synchronized void clear() {
        pending.clear();
    }

    private static final class Pending {
        private final Fault fault;
        private long count;

        private Pending(Fault fault) {
            this.fault = fault;
        }

        private boolean spent() {
            return count >= (long) fault.nth() + fault.times() - 1;
        }
    }
}
