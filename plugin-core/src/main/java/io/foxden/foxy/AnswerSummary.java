package io.foxden.foxy;

import io.foxden.foreign.Foreign;
import io.foxden.http.HttpAnswer;
import io.foxden.http.HttpRequest;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be told of an answer from which nothing can be told: for whoever has to find out who gave it. */
final class AnswerSummary {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int TYPE_LENGTH = 100;
    private static final int LOOKED_AT = 2_000;
    private static final int GLIMPSE_LENGTH = 120;
    private static final String HIDDEN = "(hidden)";
    /** The value beside a word that announces a secret. */
    private static final Pattern NAMED_SECRET = Pattern.compile(
            "(?i)((?:token|secret|password|passwd|code|key|auth)[\"']?\\s*[:=]\\s*[\"']?)[^\"'&\\s<,}]+");
    /** Long, or with both letters and digits: what a secret looks like, and words do not. */
    private static final Pattern LIKE_A_SECRET =
            Pattern.compile("(?=[A-Za-z_-]*[0-9])(?=[0-9_-]*[A-Za-z])[\\w~+=-]{10,}|[\\w~+=/.-]{20,}");

    private AnswerSummary() {}

    /** Status, where it points, type and coding: {@code 502 with text/html, gzip}. */
    static String of(URI asked, HttpAnswer answer) {
        String status = answer.status() == PROXY_AUTHENTICATION_REQUIRED
                ? "407, of a proxy that wants to know who asks,"
                : String.valueOf(answer.status());
        String target = answer.status() >= 300 && answer.status() < 400 ? target(asked, answer) : "";
        return status + target + " with " + kind(answer);
    }

    private static String target(URI asked, HttpAnswer answer) {
        Optional<String> location = answer.header("Location");
        if (location.isEmpty()) {
            return "";
        }
        try {
            return " to " + Place.shown(asked.resolve(location.get().strip()));
        } catch (IllegalArgumentException e) {
            return " to what is no address";
        }
    }

    private static String kind(HttpAnswer answer) {
        if (!answer.hasBody()) {
            return "no content";
        }
        List<String> types = answer.listed("Content-Type");
        String type = types.isEmpty() ? "no content type" : String.join(", ", types);
        String coding = String.join(", ", answer.listed("Content-Encoding"));
        return Foreign.line(coding.isEmpty() ? type : type + ", " + coding, TYPE_LENGTH);
    }

    /** The first characters of the body in quotes, without what is or looks like a secret; empty if it is no text. */
    static String glimpse(HttpRequest request, HttpAnswer answer) {
        int length = Math.min(answer.body().length, LOOKED_AT);
        Charset charset = Unwrapped.charset(answer).orElse(StandardCharsets.UTF_8);
        String text = new String(answer.body(), 0, length, charset);
        if (text.indexOf('\0') >= 0 || text.indexOf('\ufffd') >= 0) {
            return "";
        }
        String plain = request.conceal(Foreign.line(text, LOOKED_AT));
        plain = NAMED_SECRET.matcher(plain).replaceAll("$1" + HIDDEN);
        plain = LIKE_A_SECRET.matcher(plain).replaceAll(HIDDEN);
        String shown = Foreign.line(plain, GLIMPSE_LENGTH);
        return shown.isEmpty() ? "" : '"' + shown + '"';
    }
}
