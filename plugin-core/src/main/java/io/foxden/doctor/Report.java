package io.foxden.doctor;

import java.util.List;

/** All checks, in the order in which their remedies should be followed. */
public record Report(List<Check> checks) {
    public Report {
        checks = List.copyOf(checks);
    }

    /** Whether nothing failed. */
    public boolean healthy() {
        return checks.stream().noneMatch(check -> check.verdict() == Verdict.FAILED);
    }
}
