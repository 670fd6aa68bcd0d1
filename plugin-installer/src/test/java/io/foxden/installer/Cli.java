package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.authorization.Pause;
import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.installer.command.Outside;
import io.foxden.installer.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Runs command lines in this process, with streams, environment and system properties of their own. */
final class Cli {
    private final Map<String, String> environment = new TreeMap<>();
    private final Properties systemProperties = new Properties();
    private String input = "";

    /** @param userHome where an installation is if nothing says */
    Cli(Path userHome) {
        systemProperties.setProperty("user.home", userHome.toString());
        systemProperties.setProperty("user.name", "tester");
    }

    Cli environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Cli systemProperty(String name, String value) {
        systemProperties.setProperty(name, value);
        return this;
    }

    Cli withoutEnvironment(String name) {
        environment.remove(name);
        return this;
    }

    Cli input(String text) {
        input = text;
        return this;
    }

    Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.unwatched(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int exit = new Shell(new Outside(terminal, environment, systemProperties, System::nanoTime, Pause.sleeping()))
                .run(arguments);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What a command left behind. */
    record Run(int exit, String out, String err) {
        /** The one document on standard output. */
        Map<String, Object> json() {
            try {
                return Json.read(out);
            } catch (MalformedDocumentException e) {
                throw new AssertionError("Not one JSON document: " + out, e);
            }
        }

        Run exits(int status) {
            assertThat(exit).as("exit status; %s", this).isEqualTo(status);
            assertThat(out + err).as("no stack trace").doesNotContain("\tat ");
            return this;
        }

        /** A problem told as JSON. */
        Run fails(int status, String code) {
            exits(status);
            assertThat(json())
                    .as("%s", this)
                    .containsEntry("code", code)
                    .containsKeys("type", "title", "status", "detail");
            return this;
        }

        /** A problem told in three lines on standard error. */
        Run complains(int status, String code) {
            exits(status);
            assertThat(out).isEmpty();
            assertThat(err.lines()).hasSize(3);
            assertThat(err.lines().skip(2).findFirst().orElseThrow()).startsWith(code);
            return this;
        }
    }
}
