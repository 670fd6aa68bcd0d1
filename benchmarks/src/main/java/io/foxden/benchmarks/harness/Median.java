package io.foxden.benchmarks.harness;

import java.util.List;

/** The value in the middle. */
public final class Median {
    private Median() {}

    /** @throws IllegalArgumentException if there are none */
    public static double of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No values, no median");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
