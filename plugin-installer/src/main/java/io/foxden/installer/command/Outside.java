package io.foxden.installer.command;

import io.foxden.authorization.Pause;
import io.foxden.config.Surroundings;
import io.foxden.installer.console.Terminal;
import io.foxden.problem.FoxdenException;
import io.foxden.words.Words;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongSupplier;

/**
 * What a command gets from outside: streams, the two places besides files that settings come from, and time to wait.
 *
 * @param nanos the clock that only goes forward, as {@link System#nanoTime} does
 */
public record Outside(
        Terminal terminal,
        Map<String, String> environment,
        Properties systemProperties,
        LongSupplier nanos,
        Pause pause) {

    /** This process's own. */
    public static Outside ofProcess() {
        return new Outside(
                Terminal.ofProcess(System.getenv()),
                System.getenv(),
                System.getProperties(),
                System::nanoTime,
                Pause.sleeping());
    }

    Surroundings surroundings() {
        return Surroundings.none()
                .systemProperties(systemProperties)
                .environment(environment)
                .vendor(Outside.class.getClassLoader())
                .besideApplication(null);
    }

    /** The words to use while the options are not known. */
    public Words words() {
        return SpokenLanguage.words(surroundings().read(), environment);
    }

    /** The words to use for whoever gave these options. */
    public Words words(GlobalOptions options) {
        try {
            return SpokenLanguage.words(options.added(surroundings()).read(), environment);
        } catch (FoxdenException e) {
            return words(); // options that make no sense are told by the command
        }
    }
}
