package io.foxden.foxy;

import io.foxden.foxy.Reply.Done;
import io.foxden.foxy.Reply.Refused;
import io.foxden.foxy.Reply.Unclear;
import io.foxden.hal.HalDocument;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.http.HttpAnswer;
import io.foxden.http.HttpRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what an answer means. Only what is certainly Foxy's own is taken as done or refused (Foxy: "Error document"). */
final class Answers {
    private static final int MAX_MESSAGE = 500;
    /** 204 and 205 have no content by definition (RFC 9110, sections 15.3.5 and 15.3.6). */
    private static final Set<Integer> WITHOUT_CONTENT = Set.of(204, 205);
    /** Time-out, too early, too many: 4xx that say nothing against the request, and proxy authentication, not Foxy's. */
    private static final Set<Integer> NOT_A_REFUSAL = Set.of(407, 408, 425, 429);

    private Answers() {}

    static Reply meaning(HttpRequest request, HttpAnswer answer) {
        int status = answer.status();
        if (WITHOUT_CONTENT.contains(status)) {
            return new Done(status, HalDocument.empty(), answer);
        }
        HalDocument document = document(answer);
        if (document != null && status >= 200 && status < 300) {
            return new Done(status, document, answer);
        }
        FoxyError error = document == null ? null : FoxyError.in(document, words -> shown(request, words));
        boolean refusal = status >= 400 && status < 500 && !NOT_A_REFUSAL.contains(status);
        if (error != null && refusal) {
            return new Refused(status, error.message(), error.logref(), error.oauth());
        }
        return unclear(request, answer, error);
    }

    private static Unclear unclear(HttpRequest request, HttpAnswer answer, @Nullable FoxyError error) {
        String kind = answer.hasBody() ? answer.contentType().orElse("no content type") : "no content";
        String what = "the answer of " + shown(request.uri()) + " was " + answer.status() + " with " + kind;
        return error == null
                ? new Unclear(what, true, RetryAfter.of(answer), null)
                : new Unclear(what + ": " + error.message(), true, RetryAfter.of(answer), error.logref());
    }

    /** The body as a JSON object, or null where it is not meant as one or is not one. */
    private static @Nullable HalDocument document(HttpAnswer answer) {
        Optional<String> type = answer.contentType();
        boolean json = type.isEmpty()
                || type.get().equals("application/json")
                || type.get().endsWith("+json");
        if (!json) {
            return null;
        }
        try {
            return HalDocument.parse(answer.body());
        } catch (MalformedDocumentException e) {
            return null;
        }
    }

    /** Scheme, host and path: a query can hold what is nobody's business. */
    static String shown(URI uri) {
        if (uri.getHost() == null) {
            return "an address without a host";
        }
        String user = uri.getRawUserInfo() == null ? "" : "(hidden)@";
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + user + uri.getHost() + port + uri.getRawPath();
    }

    /** The server's words on one line, not too long, and without the secrets it was sent. */
    private static String shown(HttpRequest request, String words) {
        String line = request.conceal(words).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > MAX_MESSAGE ? line.substring(0, MAX_MESSAGE) + "…" : line;
    }
}
