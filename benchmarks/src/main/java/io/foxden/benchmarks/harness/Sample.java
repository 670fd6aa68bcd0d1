package io.foxden.benchmarks.harness;

/** One turn's mean for one operation. */
public record Sample(double nanos, double bytes) {}
