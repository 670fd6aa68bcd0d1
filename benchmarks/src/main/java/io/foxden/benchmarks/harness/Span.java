package io.foxden.benchmarks.harness;

import java.time.Instant;
import java.util.List;

/** From one moment to another. */
public record Span(Instant from, Instant to) {
    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }

    /** How many of the moments are in one of the spans, on an average for one span. */
    public static double within(List<Span> spans, List<Instant> moments) {
        long inside = moments.stream()
                .filter(moment -> spans.stream().anyMatch(span -> span.contains(moment)))
                .count();
        return (double) inside / spans.size();
    }
}
