package io.foxden.foxy;

import io.foxden.foxy.Reply.Done;
import io.foxden.foxy.Reply.Unclear;
import io.foxden.hal.HalDocument;
import io.foxden.hal.Link;
import io.foxden.http.HttpAnswer;
import io.foxden.http.HttpRequest;
import io.foxden.http.Wire;
import io.foxden.http.WireException;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with Foxy. Every request carries the API version (Foxy: "Every request") and goes to a trusted host or
 * nowhere. Safe for many threads.
 */
public final class Foxy {
    private final Wire wire;
    private final URI apiUrl;
    private final TrustedHosts trusted;
    private volatile @Nullable Held held;

    /** @throws IllegalArgumentException if the API's address is not an absolute http or https URI */
    public Foxy(Wire wire, URI apiUrl) {
        this.wire = wire;
        this.apiUrl = withPath(apiUrl);
        this.trusted = new TrustedHosts(apiUrl);
    }

    /** The address of the API home. */
    public URI apiUrl() {
        return apiUrl;
    }

    /**
     * Sends the request once and tells what the answer means.
     *
     * @throws RefusedException with {@link Code#UNTRUSTED_LINK}, before anything is sent, if the address is not one of
     *     Foxy's
     */
    public Reply send(HttpRequest request) {
        requireTrusted(request.uri());
        try {
            return Answers.meaning(request, wire.send(complete(request)));
        } catch (WireException e) {
            return unclear(request, e);
        }
    }

    /**
     * The API home as strangers see it, as of now: asked for anew each time, cheaply by its ETag. Where Foxy cannot be
     * reached, the copy of the last time.
     *
     * @throws TryLaterException if Foxy cannot be reached and there is no copy
     * @throws RefusedException if Foxy refuses
     */
    public HalDocument home() {
        Held copy = held;
        HttpRequest request = HttpRequest.get(apiUrl);
        if (copy != null && copy.etag != null) {
            request = request.withHeader("If-None-Match", copy.etag);
        }
        Reply reply;
        try {
            HttpAnswer answer = wire.send(complete(request));
            if (answer.status() == 304 && copy != null) {
                return copy.document;
            }
            reply = Answers.meaning(request, answer);
        } catch (WireException e) {
            reply = unclear(request, e);
        }
        return reply instanceof Unclear && copy != null ? copy.document : held(reply.orThrow());
    }

    private HalDocument held(Done home) {
        held = new Held(home.answer().header("ETag").orElse(null), home.document());
        return home.document();
    }

    /**
     * Where a link of the API home points.
     *
     * @throws RefusedException with {@link Code#LINK_MISSING} if the home lacks it, with {@link Code#UNTRUSTED_LINK} if
     *     it points at a foreign host
     * @throws TryLaterException if Foxy cannot be reached and there is no copy of the home
     */
    public URI link(String rel) {
        URI target = resolve(home(), apiUrl, rel);
        requireTrusted(target);
        return target;
    }

    /**
     * Where a link of a document points; not yet whether that is trusted.
     *
     * @param source the address the document came from, which relative links refer to
     * @throws RefusedException with {@link Code#LINK_MISSING} if the document lacks it
     */
    public static URI resolve(HalDocument document, URI source, String rel) {
        return document.link(rel)
                .flatMap(Link::address)
                .map(address -> resolve(source, address, rel))
                .orElseThrow(() -> linkMissing("The answer of " + Answers.shown(source) + " has no link " + rel + "."));
    }

    private static URI resolve(URI source, String address, String rel) {
        try {
            return source.resolve(address);
        } catch (IllegalArgumentException e) {
            throw linkMissing("The link " + rel + " in the answer of " + Answers.shown(source) + " is not an address.");
        }
    }

    private static HttpRequest complete(HttpRequest request) {
        HttpRequest versioned = request.withHeader("FOXY-API-VERSION", "1");
        return versioned.header("Accept").isPresent()
                ? versioned
                : versioned.withHeader("Accept", "application/hal+json");
    }

    private static Unclear unclear(HttpRequest request, WireException e) {
        String place = Answers.shown(request.uri());
        String what = e.sent()
                ? "no complete answer came from " + place + ": " + e.getMessage()
                : place + " could not be reached: " + e.getMessage();
        return new Unclear(what, e.sent(), e.timedOut(), null, null);
    }

    /** @throws RefusedException with {@link Code#UNTRUSTED_LINK} if the address is not one of Foxy's */
    public void requireTrusted(URI uri) {
        if (!trusted.trusts(uri)) {
            String detail = "A link points at " + Answers.shown(uri) + ", which is not Foxy's; nothing was sent there.";
            throw new RefusedException(Problem.of(Code.UNTRUSTED_LINK, detail), 0);
        }
    }

    private static RefusedException linkMissing(String detail) {
        return new RefusedException(Problem.of(Code.LINK_MISSING, detail), 200);
    }

    private static URI withPath(URI uri) {
        return uri.getRawPath().isEmpty() ? uri.resolve("/") : uri;
    }

    private record Held(@Nullable String etag, HalDocument document) {}
}
