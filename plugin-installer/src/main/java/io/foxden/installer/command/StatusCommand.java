package io.foxden.installer.command;

import io.foxden.Status;
import io.foxden.installation.Documents;
import io.foxden.installer.console.Ending;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Says what is connected, what is wrong, what to do next. */
@Command(name = "status")
final class StatusCommand implements Action {
    @Override
    public Ending run(Invocation invocation) throws IOException {
        Status status = invocation.status();
        return new Ending.Shown(
                exitStatus(status), Documents.status(status, invocation.words()), StatusText.lines(status));
    }

    /** What does not stop a connection yet is shown, and is no failure; a wrong setting stops every command. */
    static int exitStatus(Status status) {
        Problem problem = status.problem();
        return switch (status.phase()) {
            case NEW, REGISTERING -> Code.NOT_INSTALLED.exitStatus();
            case CONNECTED -> problem != null && problem.code() == Code.BAD_SETTING ? exitStatus(problem) : 0;
            case REGISTERED, BROKEN, DISCONNECTED ->
                problem == null ? Code.NOT_CONNECTED.exitStatus() : exitStatus(problem);
        };
    }

    private static int exitStatus(Problem problem) {
        return problem.code().exitStatus();
    }
}
