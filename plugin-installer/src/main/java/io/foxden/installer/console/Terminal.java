package io.foxden.installer.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The three standard streams, and whether a person watches the two that are written to.
 *
 * @param outWatched whether standard output is a terminal
 * @param errWatched whether standard error is a terminal
 * @param colour whether a terminal here shows colours, and the person did not ask for none
 */
public record Terminal(
        InputStream in, PrintStream out, PrintStream err, boolean outWatched, boolean errWatched, boolean colour) {

    private static final int OUT = 1;
    private static final int ERR = 2;

    /** The streams of this process; what is printed is UTF-8, as JSON has to be. */
    public static Terminal ofProcess(Map<String, String> environment) {
        return new Terminal(
                System.in, utf8(System.out), utf8(System.err), isTerminal(OUT), isTerminal(ERR), colour(environment));
    }

    /** Streams that nobody watches: a pipe, a file, a test. */
    public static Terminal unwatched(InputStream in, PrintStream out, PrintStream err) {
        return new Terminal(in, out, err, false, false, false);
    }

    /** No colour where NO_COLOR is set to anything (no-color.org), or the terminal says it knows none. */
    static boolean colour(Map<String, String> environment) {
        String terminal = environment.getOrDefault("TERM", "");
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !terminal.isEmpty() && !terminal.equals("dumb");
    }

    /** Java only knows whether input and output both are terminals; Linux says it for each. */
    @SuppressWarnings("SystemConsoleNull") // asked only of a Java that still answers with null
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return Runtime.version().feature() < ALWAYS_A_CONSOLE && System.console() != null;
        }
    }

    /** From this Java on there is a console object even where there is no terminal. */
    private static final int ALWAYS_A_CONSOLE = 22;

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
