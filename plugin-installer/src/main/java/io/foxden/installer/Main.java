package io.foxden.installer;

import io.foxden.installer.command.Outside;

/** {@code java -jar foxden-cli.jar}: runs one command and ends the process with its exit status. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new Shell(Outside.ofProcess()).run(arguments));
    }
}
