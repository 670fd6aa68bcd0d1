package io.foxden.navigation;

import io.foxden.authorization.Pause;
import io.foxden.foxy.BearerSource;
import io.foxden.foxy.Foxy;
import io.foxden.foxy.Reply;
import io.foxden.foxy.Reply.Done;
import io.foxden.foxy.Reply.Refused;
import io.foxden.foxy.Reply.Unclear;
import io.foxden.hal.HalDocument;
import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.http.HttpRequest;
import io.foxden.problem.Code;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Sends requests with an access token. One that Foxy refuses is replaced once and the request repeated, which is safe:
 * it was refused, not done. A GET that got no clear answer is asked once more; nothing else ever is.
 */
final class Calls {
    private static final Duration SHORT_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Supplier<Foxy> foxy;
    private final BearerSource bearer;
    private final Pause pause;

    Calls(Supplier<Foxy> foxy, BearerSource bearer, Pause pause) {
        this.foxy = foxy;
        this.bearer = bearer;
        this.pause = pause;
    }

    URI home() {
        return foxy.get().apiUrl();
    }

    FoxyResource get(URI uri) {
        HttpRequest request = HttpRequest.get(uri);
        Reply reply = authorized(request);
        if (reply instanceof Unclear unclear && worthAskingAgain(unclear) && pause.pause(waitBefore(unclear))) {
            reply = authorized(request);
        }
        Done done = reply.orThrow();
        return new FoxyResource(this, uri, done.status(), done.document(), true);
    }

    /** Sends a request that may change something, once. */
    FoxyResource change(HttpRequest request) {
        Reply reply = authorized(request);
        if (reply instanceof Unclear unclear && unclear.sent()) {
            throw perhapsDone(unclear);
        }
        Done done = reply.orThrow();
        boolean made = request.method().equals("POST");
        return new FoxyResource(this, request.uri(), done.status(), done.document(), !made);
    }

    /**
     * The JSON of a request's body: text is taken to be JSON already, anything else is written by Jackson.
     *
     * @throws IllegalArgumentException if the text is not a JSON object, or Jackson cannot write the value
     */
    static String json(Object body) {
        if (body instanceof HalDocument document) {
            return document.json();
        }
        if (!(body instanceof String text)) {
            return Json.encode(body);
        }
        try {
            Json.read(text);
            return text;
        } catch (MalformedDocumentException e) {
            throw new IllegalArgumentException("The body is " + e.getMessage(), e);
        }
    }

    private Reply authorized(HttpRequest request) {
        Foxy conversation = foxy.get();
        Secret token = bearer.current();
        Reply reply = conversation.send(request.withBearer(token));
        return reply instanceof Refused refused && refused.invalidToken()
                ? conversation.send(request.withBearer(bearer.renewed(token)))
                : reply;
    }

    /** Not after a time-out, which would double the wait of whoever is waiting. */
    private static boolean worthAskingAgain(Unclear unclear) {
        return !unclear.timedOut() && waitBefore(unclear).compareTo(LONGEST_WAIT) <= 0;
    }

    private static Duration waitBefore(Unclear unclear) {
        Duration wait = unclear.retryAfter();
        return wait == null ? SHORT_WAIT : wait;
    }

    private static TryLaterException perhapsDone(Unclear unclear) {
        return new TryLaterException(
                unclear.problem(Code.API_UNREACHABLE)
                        .withRemedy(
                                "It is not known whether Foxy did it. Look at the resource before sending it again."),
                unclear.retryAfter(),
                null);
    }
}
