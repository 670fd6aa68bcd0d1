package io.foxden.installer.console;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What was printed to a terminal that is none. */
final class Screen {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Terminal unwatched() {
        return Terminal.unwatched(InputStream.nullInputStream(), stream(out), stream(err));
    }

    Terminal watched(boolean colour) {
        return new Terminal(InputStream.nullInputStream(), stream(out), stream(err), true, true, colour);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
