package io.foxden.installer.command;

import io.foxden.doctor.Check;
import io.foxden.doctor.Report;
import io.foxden.doctor.Verdict;
import io.foxden.installation.Documents;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.Progress;
import io.foxden.problem.Code;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Looks at everything that can be wrong. */
@Command(
        name = "doctor",
        description = {
            "Check the settings, the home folder, the key, the connection and Foxy; say what is wrong and what to do.",
            "Exit status: 0 nothing failed; else that of the first check that did."
        })
final class DoctorCommand implements Action {
    @Override
    public Ending run(Invocation invocation) {
        Report report;
        try (Progress waiting = invocation.console().progress("Checking")) {
            report = invocation.foxden().doctor();
        }
        return new Ending.Shown(exitStatus(report), Documents.doctor(report), lines(report));
    }

    /** That of the first check that failed: their order is the one in which to follow the remedies. */
    private static int exitStatus(Report report) {
        return report.checks().stream()
                .filter(check -> check.verdict() == Verdict.FAILED)
                .findFirst()
                .map(check -> check.code() == null ? Code.INTERNAL : check.code())
                .map(Code::exitStatus)
                .orElse(0);
    }

    private static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        for (Check check : report.checks()) {
            String verdict = check.verdict().word();
            lines.add(String.format("%-8s %s: %s", verdict, check.name(), check.detail()));
            if (check.remedy() != null) {
                lines.add("         " + check.remedy());
            }
        }
        lines.add(report.healthy() ? "Nothing failed." : "Something failed; what to do is said above.");
        return lines;
    }
}
