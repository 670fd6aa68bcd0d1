package io.foxden.installer.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before its name or after it. */
public final class GlobalOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The installation's home folder.")
    @Nullable
    Path home;

    @Option(
            names = "--server",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The server's base folder, beside whose files the home is: DIR/foxden/<context>.")
    @Nullable
    Path server;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "With --server: which home, where there are several.")
    @Nullable
    String context;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The properties file to read instead of <home>/foxden.properties.")
    @Nullable
    Path config;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Exactly one JSON document on standard output; everything for people on standard error.")
    boolean json;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log what is done to standard error, and where an unexpected failure comes from.")
    boolean verbose;

    public boolean verbose() {
        return verbose;
    }
}
