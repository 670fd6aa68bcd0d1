package io.foxden.navigation;

import io.foxden.authorization.Pause;
import io.foxden.foxy.BearerSource;
import io.foxden.foxy.Foxy;
import io.foxden.foxy.Reply;
import io.foxden.foxy.Reply.Done;
import io.foxden.foxy.Reply.Refused;
import io.foxden.foxy.Reply.Unclear;
import io.foxden.http.HttpRequest;
import io.foxden.problem.Code;
import io.foxden.problem.TryLaterException;
import io.foxden.secret.Secret;
import io.foxden.words.Message;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/**
 * Sends requests with an access token, to one Foxy. A token that Foxy refuses is replaced once, where another can be had,
 * and the request repeated, which is safe: it was refused, not done. A GET that got no clear answer is asked once more;
 * nothing else ever is.
 */
final class ApiWalk {
    private static final Duration SHORT_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Calls calls;
    private final Foxy foxy;
    private final BearerSource bearer;
    private final Pause pause;
    private final HomeCopy home;

    ApiWalk(Calls calls, Foxy foxy, BearerSource bearer, Pause pause, HomeCopy home) {
        this.calls = calls;
        this.foxy = foxy;
        this.bearer = bearer;
        this.pause = pause;
        this.home = home;
    }

    FoxyResource home() {
        return get(foxy.apiUrl());
    }

    /** An address kept from earlier, whole or relative to the home. */
    URI address(String href) {
        return foxy.apiUrl().resolve(href);
    }

    FoxyResource get(URI uri) {
        Function<Secret, Reply> asking = uri.equals(foxy.apiUrl())
                ? token -> home.ask(foxy, token)
                : token -> foxy.send(HttpRequest.get(uri).withBearer(token));
        Reply reply = authorized(asking);
        if (reply instanceof Unclear unclear && worthAskingAgain(unclear) && pause.pause(waitBefore(unclear))) {
            reply = authorized(asking);
        }
        Done done = reply.orThrow();
        return new FoxyResource(calls, uri, done.status(), done.document(), true);
    }

    /** Each from the one before it. */
    FoxyResource follow(FoxyResource from, String... rels) {
        FoxyResource here = from;
        for (String rel : rels) {
            here = get(here.link(rel));
        }
        return here;
    }

    /** Sends a request that may change something, once. */
    FoxyResource change(HttpRequest request) {
        Reply reply = authorized(token -> foxy.send(request.withBearer(token)));
        if (reply instanceof Unclear unclear && unclear.sent()) {
            throw perhapsDone(unclear);
        }
        Done done = reply.orThrow();
        boolean made = request.method().equals("POST");
        return new FoxyResource(calls, request.uri(), done.status(), done.document(), !made);
    }

    private Reply authorized(Function<Secret, Reply> asking) {
        Secret token = bearer.current();
        Reply reply = asking.apply(token);
        if (!(reply instanceof Refused refused && refused.invalidToken())) {
            return reply;
        }
        Secret other = bearer.renewed(token);
        return other.equals(token) ? reply : asking.apply(other);
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
                unclear.problem(Code.API_UNREACHABLE).withNext(Message.of("navigation/perhaps-done")),
                unclear.retryAfter(),
                null);
    }
}
