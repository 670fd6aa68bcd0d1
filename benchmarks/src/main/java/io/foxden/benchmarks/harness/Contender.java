package io.foxden.benchmarks.harness;

import java.time.Duration;

/** One of those that do the same work. */
public interface Contender {
    String name();

    /** Works for about that long, one operation after the other. */
    Sample work(Duration slice) throws Exception;

    static Contender of(String name, Work work) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Sample work(Duration slice) throws Exception {
                return turn(work, slice);
            }
        };
    }

    private static Sample turn(Work work, Duration slice) throws Exception {
        Allocation allocation = Allocation.begin();
        long begun = System.nanoTime();
        long end = begun + slice.toNanos();
        long now = begun;
        int operations = 0;
        while (operations == 0 || now < end) {
            work.run();
            operations++;
            now = System.nanoTime();
        }
        return new Sample((double) (now - begun) / operations, (double) allocation.bytes() / operations);
    }
}
