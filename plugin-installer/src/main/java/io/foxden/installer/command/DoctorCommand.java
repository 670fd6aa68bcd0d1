package io.foxden.installer.command;

import io.foxden.config.Settings;
import io.foxden.doctor.Check;
import io.foxden.doctor.Report;
import io.foxden.doctor.Verdict;
import io.foxden.installation.Documents;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.Progress;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import java.io.IOException;
import java.nio.file.Path;
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
    public Ending run(Invocation invocation) throws IOException {
        Report report = report(invocation);
        return new Ending.Shown(exitStatus(report), Documents.doctor(report), lines(report));
    }

    /** What cannot be opened is examined as far as that goes. */
    private static Report report(Invocation invocation) throws IOException {
        Settings settings = invocation.settings();
        try (Progress waiting = invocation.console().progress("Checking")) {
            Report report = invocation.looked().doctor();
            return Installation.exists(settings) ? report : withoutHome(report, settings.home());
        } catch (FoxdenException e) {
            return Report.unopened(settings, e.problem());
        }
    }

    /** What stands in for a home that is not there yet is of no interest. */
    private static Report withoutHome(Report report, Path home) {
        Check missing = new Check(
                "home",
                Verdict.WARNING,
                "There is no installation in " + home + " yet.",
                "Start the server with Foxden in it, or run 'foxden install'.",
                null);
        return new Report(report.checks().stream()
                .map(check -> check.name().equals("home") ? missing : check)
                .distinct()
                .toList());
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
