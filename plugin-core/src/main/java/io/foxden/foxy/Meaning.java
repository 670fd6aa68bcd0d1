package io.foxden.foxy;

import io.foxden.foreign.Foreign;
import io.foxden.foxy.Reply.Done;
import io.foxden.foxy.Reply.Refused;
import io.foxden.foxy.Reply.Unclear;
import io.foxden.hal.HalDocument;
import io.foxden.http.HttpAnswer;
import io.foxden.http.HttpRequest;
import io.foxden.words.Message;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an answer means. Only what is certainly Foxy's own is taken as done or refused (Foxy: "Error document"):
 * by what it says, not by how proxies on the way have wrapped it.
 */
final class Meaning {
    /** 204 and 205 have no content by definition (RFC 9110, sections 15.3.5 and 15.3.6). */
    private static final Set<Integer> WITHOUT_CONTENT = Set.of(204, 205);
    /** Time-out, too early, too many: 4xx that say nothing against the request, and proxy authentication, not Foxy's. */
    private static final Set<Integer> NOT_A_REFUSAL = Set.of(407, 408, 425, 429);

    private static final int LONGEST_WORDS = 5_000;

    private final HttpRequest request;
    private final HttpAnswer answer;
    private final Expected expected;

    private Meaning(HttpRequest request, HttpAnswer answer, Expected expected) {
        this.request = request;
        this.answer = answer;
        this.expected = expected;
    }

    /** @param clock for a {@code Retry-After} that is a date, where the answer tells no time of its own */
    static Reply of(HttpRequest request, HttpAnswer answer, Expected expected, Clock clock) {
        return new Meaning(request, answer, expected).reply(clock);
    }

    private Reply reply(Clock clock) {
        int status = answer.status();
        HalDocument document = WITHOUT_CONTENT.contains(status) ? HalDocument.empty() : Unwrapped.document(answer);
        if (document != null && status >= 200 && status < 300 && expected.in(answer, document)) {
            return new Done(status, document, answer);
        }
        FoxyError error = document == null ? null : FoxyError.in(document, this::shown);
        boolean refusal = status >= 400 && status < 500 && !NOT_A_REFUSAL.contains(status);
        if (error != null && refusal) {
            return new Refused(status, error.message(), error.logref(), error.oauth());
        }
        return new Unclear(told(error), true, RetryAfter.of(answer, clock), error == null ? null : error.logref());
    }

    private Message told(@Nullable FoxyError error) {
        String words = error == null ? AnswerSummary.glimpse(request, answer) : error.words();
        Message what = words.isEmpty()
                ? Message.of("foxy/answer")
                : Message.of("foxy/answer-says").with("words", words);
        return what.with("place", Place.shown(request.uri())).with("summary", AnswerSummary.of(request.uri(), answer));
    }

    /** The server's words on one line, not too long, and without the secrets it was sent. */
    private String shown(String words) {
        return Foreign.message(request.conceal(Foreign.line(words, LONGEST_WORDS)));
    }
}
