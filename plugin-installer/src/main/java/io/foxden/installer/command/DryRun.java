package io.foxden.installer.command;

import picocli.CommandLine.Option;

/** The option of every command that changes something. */
final class DryRun {
    @Option(names = "--dry-run", description = "Say what would be done; change nothing.")
    boolean on;
}
