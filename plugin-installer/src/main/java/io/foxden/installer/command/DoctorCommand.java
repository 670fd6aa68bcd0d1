package io.foxden.installer.command;

import io.foxden.Documents;
import io.foxden.doctor.Check;
import io.foxden.doctor.Report;
import io.foxden.installer.console.Outcome;
import io.foxden.installer.console.Progress;
import io.foxden.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Looks at everything that can be wrong. */
@Command(
        name = "doctor",
        description = {
            "Check the settings, the home folder, the key, the connection and Foxy; say what is wrong and what to do.",
            "Exit status: 0 nothing failed; 1 something did."
        })
final class DoctorCommand implements Action {
    @Override
    public Outcome run(Invocation invocation) {
        Report report;
        try (Progress waiting = invocation.console().progress("Checking")) {
            report = invocation.foxden().doctor();
        }
        int exit = report.healthy() ? 0 : Code.INTERNAL.exitStatus();
        return new Outcome.Told(exit, Documents.doctor(report), lines(report));
    }

    private static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        for (Check check : report.checks()) {
            String verdict = check.verdict().name().toLowerCase(Locale.ROOT);
            lines.add(String.format("%-8s %s: %s", verdict, check.name(), check.detail()));
            if (check.remedy() != null) {
                lines.add("         " + check.remedy());
            }
        }
        lines.add(report.healthy() ? "Nothing failed." : "Something failed; what to do is said above.");
        return lines;
    }
}
