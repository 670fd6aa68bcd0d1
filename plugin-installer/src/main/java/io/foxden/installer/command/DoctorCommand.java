package io.foxden.installer.command;

import io.foxden.config.Settings;
import io.foxden.doctor.Check;
import io.foxden.doctor.Report;
import io.foxden.doctor.Verdict;
import io.foxden.installation.Documents;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Ending;
import io.foxden.installer.console.OutputLine;
import io.foxden.installer.console.Progress;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.words.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Looks at everything that can be wrong. */
@Command(name = "doctor")
final class DoctorCommand implements Action {
    private static final int VERDICT = 8;
    private static final int UNDER_VERDICT = 9;

    @Override
    public Ending run(Invocation invocation) throws IOException {
        Report report = report(invocation);
        return new Ending.Shown(exitStatus(report), Documents.doctor(report, invocation.words()), lines(report));
    }

    /** What cannot be opened is examined as far as that goes. */
    private static Report report(Invocation invocation) throws IOException {
        Settings settings = invocation.settings();
        try (Progress waiting = invocation.console().progress(Message.of("installer/command/checking"))) {
            Report report = invocation.looked().doctor();
            return Installation.exists(settings) ? report : report.withoutHome(settings.home());
        } catch (FoxdenException e) {
            return Report.unopened(settings, e.problem());
        }
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

    private static List<OutputLine> lines(Report report) {
        List<OutputLine> lines = new ArrayList<>();
        report.checks().forEach(check -> check(lines, check));
        String end = report.healthy() ? "healthy" : "unhealthy";
        lines.add(OutputLine.of(Message.of("installer/command/doctor." + end)));
        return lines;
    }

    private static void check(List<OutputLine> lines, Check check) {
        Message verdict =
                Message.of("installer/command/verdict." + check.verdict().word());
        Message found = Message.of("installer/command/doctor.check")
                .with("name", check.name())
                .with("found", check.found());
        lines.add(new OutputLine(0, verdict, VERDICT, found));
        if (check.next() != null) {
            lines.add(new OutputLine(UNDER_VERDICT, null, 0, check.next()));
        }
    }
}
