package io.foxden.servlet.gate;

import java.time.Duration;

/** So many at once, and then one after each time; what is left grows again up to its most. For one thread at a time. */
final class Allowance {
    private final int most;
    private final Duration each;
    private double left;
    private long at;

    Allowance(int most, Duration each, long now) {
        this.most = most;
        this.each = each;
        this.left = most;
        this.at = now;
    }

    /** To be asked {@link #untilNext} before. */
    void spend() {
        left--;
    }

    /** Milliseconds until one is left. */
    long untilNext(long now) {
        double grown = Math.max(0, now - at) / (double) each.toMillis();
        left = Math.min(most, left + grown);
        at = now;
        return left >= 1 ? 0 : (long) Math.ceil((1 - left) * each.toMillis());
    }
}
