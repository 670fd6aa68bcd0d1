package io.foxden.benchmarks.harness;

import java.util.Locale;

/** Numbers as they stand in the table. */
public final class Figure {
    private static final double THOUSAND = 1000;

    private Figure() {}

    public static String time(double nanos) {
        if (nanos < THOUSAND) {
            return short3(nanos) + " ns";
        }
        return nanos < THOUSAND * THOUSAND
                ? short3(nanos / THOUSAND) + " µs"
                : short3(nanos / THOUSAND / THOUSAND) + " ms";
    }

    public static String millis(double millis) {
        return short3(millis) + " ms";
    }

    public static String bytes(double bytes) {
        return bytes < THOUSAND ? Math.round(bytes) + " B" : short3(bytes / THOUSAND) + " kB";
    }

    public static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    public static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f ×", ratio);
    }

    /** Three digits that count. */
    private static String short3(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%.0f", value);
    }
}
