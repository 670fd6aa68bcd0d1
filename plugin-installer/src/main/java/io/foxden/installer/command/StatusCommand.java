package io.foxden.installer.command;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.installation.Documents;
import io.foxden.installer.console.Outcome;
import io.foxden.problem.Code;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Says what is connected, what is wrong, what to do next. */
@Command(
        name = "status",
        description = {
            "Say what is connected, what is wrong and what to do next.",
            "Exit status: 0 connected; 3 not registered yet; 4 a person has to connect, for the first time or again;"
                    + " else that of the problem shown."
        })
final class StatusCommand implements Action {
    @Override
    public Outcome run(Invocation invocation) throws IOException {
        Status status = invocation.asItStands().status();
        return new Outcome.Told(exitStatus(status), Documents.status(status), StatusText.lines(status));
    }

    static int exitStatus(Status status) {
        if (status.phase() == Phase.NEW || status.phase() == Phase.REGISTERING) {
            return Code.NOT_INSTALLED.exitStatus();
        }
        if (status.problem() != null) {
            return status.problem().code().exitStatus();
        }
        return status.phase() == Phase.CONNECTED ? 0 : Code.NOT_CONNECTED.exitStatus();
    }
}
