package io.foxden.benchmarks.harness;

/** What is measured, done once. */
@FunctionalInterface
public interface Work {
    void run() throws Exception;
}
