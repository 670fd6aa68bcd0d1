package io.foxden.benchmarks.harness;

import java.util.List;

/** Something that is measured beside others. */
public interface Row {
    /** By this word it is chosen on the command line. */
    String name();

    /** Measures, in a process that does nothing else. */
    List<Line> measure(Effort effort) throws Exception;
}
