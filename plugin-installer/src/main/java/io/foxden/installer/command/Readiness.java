package io.foxden.installer.command;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code --dry-run} looks at first: whether the command would fail because of how things stand. */
final class Readiness {
    /** What a refresh is refused for although the connection is in use. */
    private static final Set<Code> FORBIDS_REFRESH =
            EnumSet.of(Code.BAD_SETTING, Code.VAULT_KEY_MISSING, Code.VAULT_KEY_WRONG, Code.CONSENT_EXPIRES);

    private Readiness() {}

    /** Whether a connection that is still in use will end unless a person approves again. */
    static boolean wantsPerson(Status status) {
        return Stream.concat(Stream.ofNullable(status.problem()), status.warnings().stream())
                .anyMatch(problem -> problem.code() == Code.NEEDS_RECONNECT || problem.code() == Code.CONSENT_EXPIRES);
    }

    /** @throws OperatorException with what would stop it */
    static void toConnect(Status status) {
        switch (status.phase()) {
            case NEW, REGISTERING ->
                throw new OperatorException(Code.NOT_INSTALLED, Message.of("installer/command/not-registered"));
            case REGISTERED, CONNECTED, BROKEN, DISCONNECTED -> {}
        }
    }

    /** @throws OperatorException with what would stop it */
    static void toRefresh(Status status) {
        toConnect(status);
        Stream.concat(Stream.ofNullable(status.problem()), status.warnings().stream())
                .filter(problem -> status.phase() == Phase.BROKEN || FORBIDS_REFRESH.contains(problem.code()))
                .findFirst()
                .ifPresent(problem -> {
                    throw new OperatorException(problem);
                });
        if (status.connection() == null) {
            throw new OperatorException(Code.NOT_CONNECTED, Message.of("installer/command/nothing-to-refresh"));
        }
    }
}
