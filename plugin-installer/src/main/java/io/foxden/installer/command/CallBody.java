package io.foxden.installer.command;

import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.words.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The body of a call, as an argument gives it: a JSON object, {@code @FILE}, or {@code -} for standard input. */
final class CallBody {
    /** More than Foxy would take, and less than would hurt. */
    private static final int LONGEST = 5_000_000;

    private CallBody() {}

    /** Whether an argument can only be a body: no relation looks like that. */
    static boolean looksLikeOne(String argument) {
        return argument.equals("-") || argument.startsWith("@") || argument.startsWith("{") || argument.startsWith("[");
    }

    /**
     * The JSON itself.
     *
     * @throws OperatorException (bad_request) if it cannot be read or is no JSON object
     */
    static String read(String argument, InputStream standardInput) {
        String text = text(argument, standardInput);
        try {
            Json.read(text);
            return text;
        } catch (MalformedDocumentException e) {
            throw refused(Message.of("installer/command/body-no-object").with("reason", e.reason()));
        }
    }

    private static String text(String argument, InputStream standardInput) {
        try {
            if (argument.equals("-")) {
                return limited(standardInput);
            }
            if (argument.startsWith("@")) {
                try (InputStream file = Files.newInputStream(Path.of(argument.substring(1)))) {
                    return limited(file);
                }
            }
            return argument;
        } catch (IOException | InvalidPathException e) {
            Message place = argument.equals("-")
                    ? Message.of("installer/command/standard-input")
                    : Message.asIs(argument.substring(1));
            throw refused(Message.of("installer/command/body-unreadable").with("place", place));
        }
    }

    private static String limited(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw refused(Message.of("installer/command/body-long").with("most", LONGEST));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static OperatorException refused(Message why) {
        return new OperatorException(Code.BAD_REQUEST, why);
    }
}
