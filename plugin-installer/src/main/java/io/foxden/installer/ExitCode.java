package io.foxden.installer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the exit status of a command means. Scripts hold on to the numbers: never change one. Which problem ends with which
 * is in {@link io.foxden.problem.Code#exitStatus()}.
 */
enum ExitCode {
    DONE(0, "done, or nothing to do"),
    FAILED(1, "failed; the message says what to do"),
    WRONG_USAGE(2, "wrong usage"),
    NOT_INSTALLED(3, "not installed yet"),
    PERSON_NEEDED(4, "a person has to authorize"),
    UNREACHABLE(5, "Foxy cannot be reached; safe to run again"),
    LOCKED(6, "another process holds the installation's lock"),
    REFUSED(7, "Foxy refused (message and logref printed)");

    private final int status;
    private final String meaning;

    ExitCode(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    int status() {
        return status;
    }

    /** The table that {@code --help} shows. */
    static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            table.put(String.valueOf(code.status), code.meaning);
        }
        return table;
    }
}
