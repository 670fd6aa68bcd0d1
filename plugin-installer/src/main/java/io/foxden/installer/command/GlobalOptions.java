package io.foxden.installer.command;

import io.foxden.config.Surroundings;
import io.foxden.installer.host.ServerFolder;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.setting.Setting;
import io.foxden.words.Message;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before its name or after it. */
public final class GlobalOptions {
    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT)
    @Nullable
    Path home;

    @Option(names = "--server", paramLabel = "DIR", scope = ScopeType.INHERIT)
    @Nullable
    Path server;

    @Option(names = "--context", paramLabel = "NAME", scope = ScopeType.INHERIT)
    @Nullable
    String context;

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT)
    @Nullable
    Path config;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    boolean json;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT)
    boolean verbose;

    /** Whether the home that a server's folder stands for may be one that is not there yet. */
    boolean mayBeNew;

    public boolean verbose() {
        return verbose;
    }

    /**
     * The surroundings with what these options say, above all else.
     *
     * @throws OperatorException (wrong_usage) if they contradict each other, or as {@link ServerFolder} says
     */
    Surroundings added(Surroundings surroundings) {
        Path folder = folder();
        if (folder != null) {
            // As it was given: a relative one is refused, and so is what the shell should have expanded.
            String given =
                    server == null ? folder.toString() : folder.toAbsolutePath().toString();
            surroundings.commandLine(Setting.HOME, given);
        }
        if (config != null) {
            surroundings.commandLine(Setting.CONFIG, config.toAbsolutePath().toString());
        }
        return surroundings;
    }

    /** The home folder that the options name, or null where it comes from the settings. */
    private @Nullable Path folder() {
        refuseEmpty("--home", home);
        refuseEmpty("--server", server);
        refuseEmpty("--config", config);
        refuse(context != null && server == null, Message.of("installer/command/context-alone"));
        refuse(home != null && server != null, Message.of("installer/command/home-twice"));
        if (server == null) {
            return home;
        }
        ServerFolder folder = new ServerFolder(server);
        return mayBeNew ? folder.homeToMake(context) : folder.home(context);
    }

    /** An empty path would be the working folder, which nobody means who left a variable unset. */
    private static void refuseEmpty(String option, @Nullable Path path) {
        refuse(
                path != null && path.toString().isBlank(),
                Message.of("installer/command/option-empty").with("name", option));
    }

    private static void refuse(boolean wrong, Message why) {
        if (wrong) {
            throw new OperatorException(Code.WRONG_USAGE, why);
        }
    }
}
