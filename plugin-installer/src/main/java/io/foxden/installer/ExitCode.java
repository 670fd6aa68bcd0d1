package io.foxden.installer;

import io.foxden.words.Message;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the exit status of a command means. Scripts hold on to the numbers: never change one. Which problem ends with which
 * is in {@link io.foxden.problem.Code#exitStatus()}.
 */
enum ExitCode {
    DONE(0),
    FAILED(1),
    WRONG_USAGE(2),
    NOT_INSTALLED(3),
    PERSON_NEEDED(4),
    UNREACHABLE(5),
    LOCKED(6),
    REFUSED(7);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    Message meaning() {
        return Message.of("installer/exit." + name().toLowerCase(Locale.ROOT));
    }

    /** The table that {@code --help} shows. */
    static Map<Integer, Message> table() {
        Map<Integer, Message> table = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            table.put(code.status, code.meaning());
        }
        return table;
    }
}
