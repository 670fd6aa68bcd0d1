package io.foxden.foxy;

import io.foxden.foreign.Foreign;
import io.foxden.http.HttpAnswer;
import io.foxden.http.HttpRequest;
import io.foxden.words.Message;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final Pattern NOT_IN_AN_ADDRESS = Pattern.compile("(?:[ <>\"{}|\\\\^`]|(?<!//)\\[|](?![:/]|$))+");
    /** One in so many, and it is no text. */
    private static final int UNREADABLE_IN = 4;

    private AnswerSummary() {}

    /** Status, where it points, type and coding: {@code 502 with text/html, gzip}. */
    static Message of(URI asked, HttpAnswer answer) {
        Optional<String> location = answer.header("Location");
        boolean redirect = answer.status() >= 300 && answer.status() < 400 && location.isPresent();
        Message summary = redirect
                ? Message.of("foxy/summary.redirect").with("target", target(asked, location.get()))
                : Message.of("foxy/summary");
        return summary.with("status", status(answer)).with("kind", kind(answer));
    }

    private static Message status(HttpAnswer answer) {
        return answer.status() == PROXY_AUTHENTICATION_REQUIRED
                ? Message.of("foxy/summary.proxy")
                : Message.asIs(String.valueOf(answer.status()));
    }

    private static Message target(URI asked, String location) {
        String address = Foreign.line(location.split("[?#]", 2)[0], LOOKED_AT);
        try {
            return Message.asIs(
                    Place.shown(asked.resolve(NOT_IN_AN_ADDRESS.matcher(address).replaceAll("…"))));
        } catch (IllegalArgumentException e) {
            return Message.of("foxy/summary.no-address");
        }
    }

    private static List<Message> kind(HttpAnswer answer) {
        if (!answer.hasBody()) {
            return List.of(Message.of("foxy/summary.no-content"));
        }
        List<String> types = answer.listed("Content-Type");
        Stream<Message> type = Stream.of(types.isEmpty() ? Message.of("foxy/summary.no-type") : shown(types));
        List<String> codings = answer.listed("Content-Encoding");
        return Stream.concat(type, codings.isEmpty() ? Stream.of() : Stream.of(shown(codings)))
                .toList();
    }

    private static Message shown(List<String> header) {
        return Message.asIs(Foreign.line(String.join(", ", header), TYPE_LENGTH));
    }

    private static boolean isUnreadable(int character) {
        return character == '\ufffd' || (Character.isISOControl(character) && !Character.isWhitespace(character));
    }

    /** The first characters of the body in quotes, without what is or looks like a secret; empty if it is no text. */
    static String glimpse(HttpRequest request, HttpAnswer answer) {
        int length = Math.min(answer.body().length, LOOKED_AT);
        Charset charset = Unwrapped.charset(answer).orElse(StandardCharsets.UTF_8);
        String text = new String(answer.body(), 0, length, charset);
        if (text.codePoints().filter(AnswerSummary::isUnreadable).count() > text.length() / UNREADABLE_IN) {
            return "";
        }
        String plain = request.conceal(Foreign.line(text.replace("\ufffd", ""), LOOKED_AT));
        plain = NAMED_SECRET.matcher(plain).replaceAll("$1" + HIDDEN);
        plain = LIKE_A_SECRET.matcher(plain).replaceAll(HIDDEN);
        String shown = Foreign.line(plain, GLIMPSE_LENGTH);
        return shown.isEmpty() ? "" : '"' + shown + '"';
    }
}
