package io.foxden.testkit.journal;

import io.foxden.testkit.wire.Call;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request and every broken rule, in order. Safe for use by several threads. */
public final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Clock clock;
    private final List<Visit> visits = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private long arrivals;

    public Journal(Clock clock) {
        this.clock = clock;
    }

    /** Opens the page for a request that has just arrived. */
    public synchronized Visit arrive(Call call, Target target, @Nullable String grantType) {
        Visit visit = new Visit(this, ++arrivals, clock.instant(), call, target, grantType);
        visits.add(visit);
        return visit;
    }

    synchronized void add(Violation violation) {
        LOG.debug("{}: {} ({})", violation.request(), violation.detail(), violation.rule());
        violations.add(violation);
    }

    /** A copy of what there is now. */
    public synchronized List<Exchange> exchanges() {
        return visits.stream().map(Visit::exchange).toList();
    }

    /** A copy of what there is now. */
    public synchronized List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Forgets all; numbers go on. */
    public synchronized void clear() {
        visits.clear();
        violations.clear();
    }
}
