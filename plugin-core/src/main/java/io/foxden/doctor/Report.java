package io.foxden.doctor;

import io.foxden.config.Settings;
import io.foxden.problem.Problem;
import io.foxden.words.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All checks, in the order in which their remedies should be followed. */
public record Report(List<Check> checks) {
    public Report {
        checks = List.copyOf(checks);
    }

    /** What can be said of an installation that cannot be opened. */
    public static Report unopened(Settings settings, Problem why) {
        List<Check> checks = new ArrayList<>();
        settings.problems().forEach(problem -> checks.add(Check.failed("settings", problem)));
        checks.add(Check.failed("home", why));
        return new Report(checks);
    }

    /** Of an installation that is not there yet: what stands in for its home is of no interest. */
    public Report withoutHome(Path home) {
        Check missing = Check.warning(
                "home", Message.of("doctor/home.none").with("home", home), Message.of("doctor/home.none.next"));
        return new Report(checks.stream()
                .map(check -> check.name().equals("home") ? missing : check)
                .distinct()
                .toList());
    }

    /** Whether nothing failed. */
    public boolean healthy() {
        return checks.stream().noneMatch(check -> check.verdict() == Verdict.FAILED);
    }
}
