package io.foxden.installer.command;

import io.foxden.Status;
import io.foxden.config.Settings;
import io.foxden.config.Surroundings;
import io.foxden.installation.Installation;
import io.foxden.installer.console.Console;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.setting.Setting;
import io.foxden.words.Message;
import io.foxden.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** In which everything is said. */
    Words words() {
        return console.words();
    }

    GlobalOptions options() {
        return options;
    }

    /** @param makes whether the command makes a home that is not there */
    void checkHome(boolean makes) {
        Settings settings = settings();
        if (!settings.homeKnown()) {
            return; // the command says what is wrong with the settings
        }
        if (!makes && settings.given().contains(Setting.HOME) && Files.notExists(settings.home())) {
            throw new OperatorException(
                    Code.HOME_MISSING, Message.of("installer/command/no-home").with("home", settings.home()));
        }
        Installation.checkOwner(settings);
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
     * The same, which must be there.
     *
     * @throws OperatorException (not_installed) if it is not
     */
    Installation existing(DryRun dryRun) throws IOException {
        Settings settings = settings();
        if (!Installation.exists(settings)) {
            throw new OperatorException(Problem.of(
                            Code.NOT_INSTALLED,
                            Message.of("installer/command/no-installation").with("home", settings.home()))
                    .withNext(Message.of("installer/command/no-installation.next")));
        }
        return forChange(dryRun);
    }

    /**
     * How things stand; of an installation that cannot be opened, what can be said without opening it.
     *
     * @throws FoxdenException if the home is no folder or not ours, so that there is nothing to say
     */
    Status status() throws IOException {
        try {
            return looked().status();
        } catch (FoxdenException e) {
            if (e.code() == Code.HOME_NOT_OURS || !Files.isDirectory(settings().home())) {
                throw e;
            }
            return Installation.unopened(settings(), e.problem());
        }
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
                .map(site -> Message.of("installer/command/page-at").with("url", site.baseUrl() + "/"))
                .map(page -> problem.withNext(Message.sentences(List.of(problem.next(), page))))
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
        return options.added(outside.surroundings());
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
