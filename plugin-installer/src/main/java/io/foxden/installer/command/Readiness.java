package io.foxden.installer.command;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;

/** What {@code --dry-run} looks at first: whether the command would fail because of how things stand. */
final class Readiness {
    private Readiness() {}

    /** @throws OperatorException with what would stop it */
    static void toConnect(Status status) {
        switch (status.phase()) {
            case NEW, REGISTERING ->
                throw new OperatorException(Code.NOT_INSTALLED, "This installation is not registered at Foxy yet.");
            case REGISTERED, CONNECTED, BROKEN, DISCONNECTED -> {}
        }
    }

    /** @throws OperatorException with what would stop it */
    static void toRefresh(Status status) {
        toConnect(status);
        Problem problem = status.problem();
        if (problem != null && stops(status, problem)) {
            throw new OperatorException(problem);
        }
        if (status.connection() == null) {
            throw new OperatorException(Code.NOT_CONNECTED, "No store is connected, so there is nothing to refresh.");
        }
    }

    /** What Foxy said or failed to say last time does not keep a person from asking again. */
    private static boolean stops(Status status, Problem problem) {
        return status.phase() == Phase.BROKEN
                || problem.code() == Code.BAD_SETTING
                || problem.code() == Code.CONSENT_EXPIRES;
    }
}
