package io.foxden.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Modes do not bind root: a process of its has to give up its privileges first. */
public final class Unprivileged {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private Unprivileged() {}

    /** What stands before the command line of a process that modes are to bind; nothing for most accounts. */
    public static List<String> command() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        assertThat(Files.isExecutable(SETPRIV))
                .as("root needs %s of util-linux for this test", SETPRIV)
                .isTrue();
        return List.of(SETPRIV.toString(), "--inh-caps=-all", "--bounding-set=-all");
    }

    /** What stands before the command line of a process of that account, which need not be in any list; for root only. */
    public static List<String> as(int account, int group) {
        return List.of(SETPRIV.toString(), "--reuid=" + account, "--regid=" + group, "--clear-groups");
    }
}
