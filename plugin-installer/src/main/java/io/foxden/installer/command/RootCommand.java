package io.foxden.installer.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** The commands there are, and the options they share. */
@Command(
        name = "foxden",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            InstallCommand.class,
            ConnectCommand.class,
            StatusCommand.class,
            RefreshCommand.class,
            DisconnectCommand.class,
            ResetCommand.class,
            DoctorCommand.class,
            HistoryCommand.class,
            LoginLinkCommand.class,
            SignOutAllCommand.class,
            ApiCommand.class,
            DemoCommand.class
        })
public final class RootCommand {
    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    public GlobalOptions options() {
        return options;
    }
}
