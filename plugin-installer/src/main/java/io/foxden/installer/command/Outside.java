package io.foxden.installer.command;

import io.foxden.config.Surroundings;
import io.foxden.installer.console.Terminal;
import java.util.Map;
import java.util.Properties;

/** What a command gets from outside: streams, and the two places besides files that settings come from. */
public record Outside(Terminal terminal, Map<String, String> environment, Properties systemProperties) {

    /** This process's own. */
    public static Outside ofProcess() {
        return new Outside(Terminal.ofProcess(System.getenv()), System.getenv(), System.getProperties());
    }

    Surroundings surroundings() {
        return Surroundings.none()
                .systemProperties(systemProperties)
                .environment(environment)
                .vendor(Outside.class.getClassLoader())
                .besideApplication(null);
    }
}
