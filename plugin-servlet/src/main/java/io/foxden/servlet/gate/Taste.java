package io.foxden.servlet.gate;

import io.foxden.servlet.exchange.Request;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a refusal is to be read by a script or by a person. */
final class Taste {
    private static final Pattern ESCAPE = Pattern.compile("%([0-7][0-9a-f])");
    private static final Pattern NOISE = Pattern.compile(";[^/]*|/\\.(?=/)");
    private static final Pattern SLASHES = Pattern.compile("[/\\\\]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7E]");
    private static final int DEPTH = 3;
    private static final int SHOWN = 120;
    private static final int METHOD_SHOWN = 20;

    private Taste() {}

    /** JSON below the API, however that is spelt, and for whoever asks for JSON and not for a page. */
    static boolean json(Request request) {
        String accept = request.header("Accept").orElse("").toLowerCase(Locale.ROOT);
        return underApi(request.path())
                || (accept.contains("json") && !accept.contains("text/html"))
                || request.header("X-Requested-With")
                        .filter("XMLHttpRequest"::equals)
                        .isPresent();
    }

    /** Decides on the shape of a refusal only, never on whether there is one. */
    private static boolean underApi(String path) {
        String plain = path.toLowerCase(Locale.ROOT);
        for (int i = 0; i < DEPTH; i++) {
            plain = ESCAPE.matcher(plain)
                    .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(
                            String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        }
        plain = SLASHES.matcher(NOISE.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(""))
                .replaceAll("/");
        return plain.contains("/api/v1");
    }

    /** A path fit for the log: no query, which may hold a code, and nothing that breaks a line. */
    static String plain(Request request) {
        return shown(request.path(), SHOWN);
    }

    /** A method fit for the log: it is the client's own text. */
    static String method(Request request) {
        return shown(request.method(), METHOD_SHOWN);
    }

    private static String shown(String text, int most) {
        String plain = UNPRINTABLE.matcher(text).replaceAll("?");
        return plain.length() > most ? plain.substring(0, most) + "..." : plain;
    }
}
