package io.foxden.installer.command;

import picocli.CommandLine.Option;

/** The option of every command that changes something. */
final class DryRun {
    @Option(names = "--dry-run")
    boolean on;
}
