package io.foxden.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where and when figures were taken. */
final class Machine {
    private Machine() {}

    static String describe() {
        return "Taken on " + LocalDate.now(ZoneOffset.UTC) + " with Java " + System.getProperty("java.version") + " on "
                + System.getProperty("os.name") + ", " + Runtime.getRuntime().availableProcessors() + " cores.";
    }
}
