package io.foxden.installer.command;

import io.foxden.config.Settings;
import io.foxden.config.Surroundings;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Console;
import io.foxden.installer.host.ServerFolder;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.setting.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of one command: what it was given, and the installation it works on, opened when first asked for. */
public final class Invocation implements AutoCloseable {
    private static final String USUAL_FILE = "foxden.properties";

    private final Outside outside;
    private final GlobalOptions options;
    private final Console console;
    private @Nullable Installation foxden;
    private @Nullable ScratchFolder scratch;

    public Invocation(Outside outside, GlobalOptions options, Console console) {
        this.outside = outside;
        this.options = options;
        this.console = console;
    }

    Console console() {
        return console;
    }

    Outside outside() {
        return outside;
    }

    GlobalOptions options() {
        return options;
    }

    /** The installation, its home folder made where it is missing. Reads and writes files only. */
    Installation foxden() {
        if (foxden == null) {
            foxden = Installation.open(settings());
        }
        return foxden;
    }

    /**
     * The installation as it stands, for a change; where there is none, an empty one stands in whose folder goes away with
     * this.
     */
    Installation asItStands() throws IOException {
        if (foxden == null) {
            Settings settings = settings();
            foxden = Installation.open(Installation.exists(settings) ? settings : standIn(settings));
        }
        return foxden;
    }

    /** The same to look at only: in the home nothing is written, and nothing locked. */
    Installation looked() throws IOException {
        if (foxden == null) {
            Settings settings = settings();
            Optional<Installation> there = Installation.look(settings);
            foxden = there.isPresent() ? there.get() : Installation.open(standIn(settings));
        }
        return foxden;
    }

    /** The installation for a command that may be asked only to say what it would do. */
    Installation forChange(DryRun dryRun) throws IOException {
        return dryRun.on ? looked() : asItStands();
    }

    /**
     * The installation, which must be there.
     *
     * @throws OperatorException (not_installed) if it is not
     */
    Installation existing() {
        Settings settings = settings();
        if (!Installation.exists(settings)) {
            throw new OperatorException(Problem.of(
                            Code.NOT_INSTALLED, "There is no installation in the home folder " + settings.home() + ".")
                    .withRemedy(
                            "Start the server with Foxden in it once, or name its home with --home or" + " --server."));
        }
        return foxden();
    }

    /** The settings in force, with what the global options give above all. */
    Settings settings() {
        return surroundings().read();
    }

    /** A problem that only a person can solve, with the address where that is done, if it is known. */
    public Problem withAddress(Problem problem) {
        boolean forPerson = problem.code().exitStatus() == Code.NOT_CONNECTED.exitStatus();
        return Optional.ofNullable(forPerson ? foxden : null)
                .flatMap(Installation::site)
                .map(site -> problem.withRemedy(problem.remedy() + " The page is at " + site.baseUrl() + "/"))
                .orElse(problem);
    }

    private Settings standIn(Settings settings) throws IOException {
        scratch = ScratchFolder.make();
        Surroundings surroundings = surroundings();
        Path config = settings.home().resolve(USUAL_FILE);
        if (!settings.given().contains(Setting.CONFIG) && config.toFile().exists()) {
            surroundings.commandLine(Setting.CONFIG, config.toString());
        }
        return surroundings
                .besideApplication(settings.home())
                .commandLine(Setting.HOME, scratch.path().toString())
                .read();
    }

    private Surroundings surroundings() {
        Surroundings surroundings = outside.surroundings();
        Path home = home();
        if (home != null) {
            surroundings.commandLine(Setting.HOME, home.toAbsolutePath().toString());
        }
        if (options.config != null) {
            surroundings.commandLine(
                    Setting.CONFIG, options.config.toAbsolutePath().toString());
        }
        return surroundings;
    }

    /** The home folder that the options name, or null where it comes from the settings. */
    private @Nullable Path home() {
        refuseEmpty("--home", options.home);
        refuseEmpty("--server", options.server);
        refuseEmpty("--config", options.config);
        if (options.context != null && options.server == null) {
            throw new OperatorException(Code.WRONG_USAGE, "--context goes with --server.");
        }
        if (options.home != null && options.server != null) {
            throw new OperatorException(Code.WRONG_USAGE, "--home and --server both name the home folder.");
        }
        return options.server == null ? options.home : new ServerFolder(options.server).home(options.context);
    }

    /** An empty path would be the working folder, which nobody means who left a variable unset. */
    private static void refuseEmpty(String option, @Nullable Path path) {
        if (path != null && path.toString().isBlank()) {
            throw new OperatorException(Code.WRONG_USAGE, option + " is empty.");
        }
    }

    @Override
    public void close() throws IOException {
        if (foxden != null) {
            foxden.close();
        }
        if (scratch != null) {
            scratch.close();
        }
    }
}
